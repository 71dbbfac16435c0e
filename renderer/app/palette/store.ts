import { create } from 'zustand';

/** Which of the shell's dialogs is open. */
export const useDialog = create<{ readonly open: 'palette' | 'sheet' | null }>(() => ({
  open: null,
}));

export const openDialog = (open: 'palette' | 'sheet' | null): void => useDialog.setState({ open });
