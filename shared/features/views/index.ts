export * from './entity.ts';
export * from './file.ts';
export {
  LAYOUTS,
  type Layout,
  MOST_CARDS,
  readViewState,
  type ViewFilter,
  type ViewState,
} from './state.ts';
