import { Menu } from '@mantine/core';
import { useWords } from '../../app/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import css from './history.module.css';

/** A filter with several choices; those chosen stand on its button. */
export function Choices<K extends string>({
  label,
  options,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly { readonly key: K; readonly text: string }[];
  readonly chosen: readonly K[];
  readonly onChange: (chosen: readonly K[]) => void;
}) {
  const { t, language } = useWords();
  const said = options.filter(({ key }) => chosen.includes(key)).map(({ text }) => text);
  const toggle = (key: K): void =>
    onChange(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key]);
  return (
    <Menu position="bottom-start" closeOnItemClick={false} width={200}>
      <Menu.Target>
        <button type="button" className={css.filter} data-on={said.length > 0 || undefined}>
          <Icon name="filter" size={14} />
          {said.length === 0 ? label : `${label} = ${said.join(language === 'zh' ? '、' : ', ')}`}
        </button>
      </Menu.Target>
      <Menu.Dropdown className={css.options ?? ''}>
        {options.map(({ key, text }) => (
          <Menu.Item
            key={key}
            role="menuitemcheckbox"
            aria-checked={chosen.includes(key)}
            rightSection={chosen.includes(key) ? <Icon name="check" size={14} /> : undefined}
            onClick={() => toggle(key)}
          >
            {text}
          </Menu.Item>
        ))}
        {chosen.length > 0 && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onChange([])}>{t('action.clear')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
