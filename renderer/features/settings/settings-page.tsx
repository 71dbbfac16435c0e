import { SegmentedControl, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { Settings } from '../../../shared/contract/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useDesk } from '../../data/session.ts';
import { useSettings } from '../../data/settings.ts';
import { isRealEnter } from '../../ui/field-input.tsx';
import { Card, PageHead } from '../../ui/page.tsx';
import css from './settings-page.module.css';
import { useKeepSettings } from './use-keep-settings.ts';

function Row({
  label,
  hint,
  children,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={css.row}>
      <div>
        <b>{label}</b>
        {hint !== undefined && <small>{hint}</small>}
      </div>
      <div className={css.control}>{children}</div>
    </div>
  );
}

/** A setting that is text: kept when left, or with Enter. */
function TextSetting({
  name,
  label,
}: {
  readonly name: 'firmName' | 'brokerName';
  readonly label: string;
}) {
  const kept = useSettings((state) => state.settings[name]);
  const change = useKeepSettings();
  const [text, setText] = useState(kept);
  const input = useRef<HTMLInputElement>(null);
  const [params] = useSearchParams();
  // Asked for by its name.
  const isAsked = params.get('set') === name;
  useEffect(() => {
    if (isAsked) input.current?.focus();
  }, [isAsked]);
  const keep = (): void => {
    if (text.trim() !== kept) void change({ [name]: text.trim() });
  };
  return (
    <TextInput
      ref={input}
      className={css.text ?? ''}
      aria-label={label}
      value={text}
      maxLength={80}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (isRealEnter(event)) keep();
      }}
    />
  );
}

function Appearance() {
  const { t } = useWords();
  const settings = useSettings((state) => state.settings);
  const change = useKeepSettings();
  return (
    <Card title={t('settings.appearance')}>
      <Row label={t('settings.language')}>
        <SegmentedControl
          size="xs"
          aria-label={t('settings.language')}
          value={settings.language}
          onChange={(language) => void change({ language: language as Settings['language'] })}
          data={[
            { value: 'system', label: t('settings.system') },
            { value: 'zh', label: t('settings.zh') },
            { value: 'en', label: t('settings.en') },
          ]}
        />
      </Row>
      <Row label={t('settings.theme')}>
        <SegmentedControl
          size="xs"
          aria-label={t('settings.theme')}
          value={settings.theme}
          onChange={(theme) => void change({ theme: theme as Settings['theme'] })}
          data={[
            { value: 'system', label: t('settings.system') },
            { value: 'light', label: t('settings.light') },
            { value: 'dark', label: t('settings.dark') },
          ]}
        />
      </Row>
    </Card>
  );
}

function Data() {
  const { t } = useWords();
  const capabilities = useDesk((state) => state.capabilities);
  if (!capabilities) return null;
  return (
    <Card title={t('settings.data')}>
      <Row label={t('settings.folder')} hint={t('settings.folderHint')}>
        <code className={css.path}>{capabilities.dataFolder}</code>
      </Row>
      {capabilities.exportFolder !== null && (
        <Row label={t('settings.exports')}>
          <code className={css.path}>{capabilities.exportFolder}</code>
        </Row>
      )}
      <Row label={t('settings.backup')} hint={t('settings.backupHint')}>
        <Link href="/safety">{t('settings.backupLink')}</Link>
      </Row>
    </Card>
  );
}

/** Settings of this computer and of the desk. `stages` is the pipeline's own editor. */
export function SettingsPage({ stages }: { readonly stages: ReactNode }) {
  const { t } = useWords();
  const capabilities = useDesk((state) => state.capabilities);
  return (
    <>
      <PageHead title={t('settings.title')} />
      <div className={css.page}>
        <Appearance />
        <Card title={t('settings.who')}>
          <Row label={t('settings.broker')} hint={t('settings.brokerHint')}>
            <TextSetting name="brokerName" label={t('settings.broker')} />
          </Row>
          <Row label={t('settings.firm')} hint={t('settings.firmHint')}>
            <TextSetting name="firmName" label={t('settings.firm')} />
          </Row>
        </Card>
        {stages}
        <Card title={t('customFields.title')}>
          <Row label={t('customFields.settingsHint')}>
            <Link href="/settings/fields">{t('customFields.manage')}</Link>
          </Row>
        </Card>
        <Card title={t('rules.title')}>
          <Row label={t('rules.settingsHint')}>
            <Link href="/settings/rules">{t('rules.manage')}</Link>
          </Row>
        </Card>
        <Data />
        {capabilities && (
          <Card title={t('settings.about')}>
            <Row label={t('app.name')}>
              {t('settings.version', { version: capabilities.appVersion })} ·{' '}
              {t(`settings.runtime.${capabilities.runtime}`)}
            </Row>
          </Card>
        )}
      </div>
    </>
  );
}
