import { Button } from '@mantine/core';
import { useWords } from '../../app/i18n.ts';
import { Chip, TopActions } from '../../ui/page.tsx';
import { chooseEndRow, choosePlace, leaveImport, subjectsNow, type Work } from './import-store.ts';
import { LabelledPick, RowNumber } from './pick.tsx';
import css from './preview.module.css';

const ENCODINGS = { 'utf-8': 'UTF-8', gb18030: 'GB18030', 'utf-16': 'UTF-16' } as const;

/** Where the table stands in the file: every choice was proposed and can be changed. */
export function SourceBar({ work }: { readonly work: Work }) {
  const words = useWords();
  const { t } = words;
  const { file, place, endRow } = work;
  const rows = file.sheets[place.sheet]?.rows ?? 0;
  return (
    <div className={css.source}>
      <TopActions>
        <Button variant="default" onClick={leaveImport}>
          {t('importing.another')}
        </Button>
      </TopActions>
      <LabelledPick
        label={t('importing.kind')}
        value={place.entity}
        onChange={(entity) => choosePlace({ entity })}
      >
        {subjectsNow().map(({ entity }) => (
          <option key={entity.name} value={entity.name}>
            {words.in(entity.plural)}
          </option>
        ))}
      </LabelledPick>
      <LabelledPick
        label={t('importing.sheet')}
        value={String(place.sheet)}
        onChange={(sheet) => choosePlace({ sheet: Number(sheet) })}
      >
        {file.sheets.map((sheet, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sheets have no other identity than their place
          <option key={index} value={index}>
            {t(sheet.hidden ? 'importing.sheetHidden' : 'importing.sheetOption', {
              name: sheet.name || t('importing.onlySheet'),
              rows: sheet.rows.toLocaleString('en'),
            })}
          </option>
        ))}
      </LabelledPick>
      <RowNumber
        label={t('importing.headerRow')}
        hint={t('importing.headerRowHint')}
        value={place.headerRow === null ? 0 : place.headerRow + 1}
        max={Math.min(rows, file.heads[place.sheet]?.rows.length ?? 0)}
        onChange={(row) => choosePlace({ headerRow: row === 0 ? null : row - 1 })}
      />
      <RowNumber
        label={t('importing.endRow')}
        value={endRow}
        max={rows}
        onChange={(row) => chooseEndRow(row)}
      />
      {file.encoding && (
        <Chip>{t('importing.encoding', { encoding: ENCODINGS[file.encoding] })}</Chip>
      )}
    </div>
  );
}
