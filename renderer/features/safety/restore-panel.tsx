import { Drawer } from '@mantine/core';
import { useWords } from '../../app/i18n.ts';
import panel from './panel.module.css';
import { RestoreSteps, useChoiceTitle } from './restore-steps.tsx';
import { giveUpRestore, useRestore } from './restore-store.ts';

/** A restore in a panel over the desk. Closing it gives the restore up; the desk is as it was. */
export function RestorePanel() {
  const { t } = useWords();
  const title = useChoiceTitle();
  const doing = useRestore((state) => state.doing);
  const switching = doing?.step.at === 'switching';
  return (
    <Drawer
      opened={doing !== null}
      onClose={() => {
        if (!switching) giveUpRestore();
      }}
      title={doing && title(doing.choice)}
      closeOnClickOutside={false}
      withCloseButton={!switching}
      classNames={{ title: panel.title ?? '' }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <RestoreSteps />
    </Drawer>
  );
}
