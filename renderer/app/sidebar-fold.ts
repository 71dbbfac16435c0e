import { create } from 'zustand';

/** Narrower than this, the sidebar makes room by itself. */
const narrow = matchMedia('(max-width: 900px)');

export const useFolded = create<{ readonly folded: boolean }>(() => ({ folded: narrow.matches }));
narrow.addEventListener('change', ({ matches }) => useFolded.setState({ folded: matches }));

export const turnSidebar = (): void => useFolded.setState(({ folded }) => ({ folded: !folded }));
