import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import 'dayjs/locale/zh-cn';
import { useEffect, useMemo } from 'react';
import { Router } from 'wouter';
import { useDesk } from '../data/session.ts';
import { useSettings } from '../data/settings.ts';
import { useAddress } from './address.ts';
import { CrashGuard } from './crash-guard.tsx';
import { useLanguage, useWords } from './i18n.ts';
import { Blocked, Opening } from './opening.tsx';
import { Shell } from './shell.tsx';
import { styleNonce } from './style-nonce.ts';
import { theme } from './theme.ts';
import { Welcome } from './welcome.tsx';

function Desk() {
  const state = useDesk((desk) => desk.state);
  switch (state.at) {
    case 'opening':
    case 'rebuilding':
      return <Opening state={state} />;
    case 'new':
      return <Welcome />;
    case 'blocked':
      return <Blocked why={state.why} />;
    case 'ready':
      return <Shell />;
  }
}

export function App() {
  const language = useLanguage();
  const { t } = useWords();
  const theming = useSettings((state) => state.settings.theme);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = t('app.name');
  }, [language, t]);
  const spoken = useMemo(() => {
    const closeButtonProps = { 'aria-label': t('action.close') };
    const components = { Notification: { defaultProps: { closeButtonProps } } };
    return mergeThemeOverrides(theme, { components });
  }, [t]);
  return (
    <MantineProvider
      theme={spoken}
      getStyleNonce={() => styleNonce}
      {...(theming === 'system' ? { defaultColorScheme: 'auto' } : { forceColorScheme: theming })}
    >
      <DatesProvider settings={{ locale: language === 'zh' ? 'zh-cn' : 'en', firstDayOfWeek: 1 }}>
        <Notifications position="bottom-center" limit={3} autoClose={6000} />
        <CrashGuard>
          <Router hook={useAddress}>
            <Desk />
          </Router>
        </CrashGuard>
      </DatesProvider>
    </MantineProvider>
  );
}
