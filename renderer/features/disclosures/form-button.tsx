import { Button, Menu } from '@mantine/core';
import { fileNameOf } from '../../../shared/core/file-names.ts';
import { type DisclosureForm, disclosureForm } from '../../../shared/features/disclosures/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useDesk } from '../../data/session.ts';
import { useSettings } from '../../data/settings.ts';
import { today } from '../../ui/dates.ts';
import { Icon } from '../../ui/icon.tsx';
import { useWriteDocument } from '../../ui/write-document.ts';

/** Writes the disclosure as the form that is signed and filed. */
export function FormButton({ form }: { readonly form: DisclosureForm }) {
  const { t, tAny, language } = useWords();
  const firm = useSettings((state) => state.settings.firmName);
  const printsPdf = useDesk((state) => state.capabilities?.printsPdf ?? false);
  const write = useWriteDocument();
  const save = async (format: 'pdf' | 'docx'): Promise<void> => {
    const wording = { language, t: tAny, firm, today: today() };
    const name = `${fileNameOf(`${t('disclosureForm.title')} ${form.record.title}`)} ${today()}`;
    await write({ name, format, document: disclosureForm(form, wording) });
  };
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <Button variant="default" leftSection={<Icon name="export" size={14} />}>
          {t('disclosure.form')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={!printsPdf} onClick={() => void save('pdf')}>
          {t('disclosure.formPdf')}
        </Menu.Item>
        <Menu.Item onClick={() => void save('docx')}>{t('disclosure.formWord')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
