/** Line icons on a 16-unit grid, drawn for this app; they take the colour of the text. */
const paths = {
  undo: 'M6 3 2.5 6.5 6 10M2.5 6.5H9a4 4 0 0 1 0 8H6',
  redo: 'M10 3l3.5 3.5L10 10M13.5 6.5H7a4 4 0 0 0 0 8h3',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.8 10.8 14 14',
  plus: 'M8 3v10M3 8h10',
  close: 'M4 4l8 8M12 4l-8 8',
  fold: 'M10 4 6 8l4 4',
  unfold: 'M6 4l4 4-4 4',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  trash: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5 5 13h6l.5-8.5',
  archive: 'M2.5 3h11v3h-11ZM3.5 6v7.5h9V6M6.5 9h3',
  file: 'M4 2h5l3 3v9H4ZM9 2v3h3',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  sort: 'M5 3v10M2.5 10.5 5 13l2.5-2.5M11 13V3M8.5 5.5 11 3l2.5 2.5',
  columns: 'M2.5 3h11v10h-11ZM6.2 3v10M9.8 3v10',
  group: 'M2.5 3.5h4M5 7h8.5M2.5 10h4M5 13.5h8.5',
  list: 'M2.5 4h.01M5.5 4h8M2.5 8h.01M5.5 8h8M2.5 12h.01M5.5 12h8',
  star: 'M8 2.2l1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4L2.2 6.5l4-.6Z',
  flag: 'M4 14V2.5M4 3h8.5L10.5 6l2 3H4',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.8V8l2.2 1.6',
  person:
    'M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8ZM2.8 13.8c.5-2.3 2.6-3.6 5.2-3.6s4.7 1.3 5.2 3.6',
  money: 'M4 2.5 8 8l4-5.5M8 8v5.5M5 8.5h6M5 11h6',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  edit: 'M10.5 3.5l2 2M3 13l.8-2.9 7.4-7.4a1 1 0 0 1 1.4 0l.7.7a1 1 0 0 1 0 1.4l-7.4 7.4Z',
  pin: 'M5 2h6M6 2v4.5L4 9.5h8L10 6.5V2M8 9.5V14',
  task: 'M2.5 2.5h11v11h-11ZM5.2 8.2l2 2 3.6-4',
  check: 'M3 8.5 6.5 12 13 4.5',
  warning: 'M8 2.5 14 13H2ZM8 6.5v3M8 11.5h.01',
  today: 'M2.5 3.5h11v10h-11ZM2.5 6.5h11M5.5 2v3M10.5 2v3',
  achievement: 'M6 2h4M6.5 2v4L3 13.5h10L9.5 6V2M4.8 10h6.4',
  ipRight:
    'M4 2h8v6.5M4 2v12h4M6 5h4M6 7.5h3M11.5 12.2a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM10.3 11.8 9.8 15l1.7-1 1.7 1-.5-3.2',
  disclosure: 'M4 2h5l3 3v9H4ZM9 2v3h3M6 8.5h4M6 11h4',
  links:
    'M8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM3.5 5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM12.5 5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM8 15a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM4.6 4.6l2.1 2.1M11.4 4.6 9.3 6.7M8 9.8V12',
  package: 'M2.5 5 8 2l5.5 3v6L8 14l-5.5-3ZM2.5 5 8 8l5.5-3M8 8v6',
  enterprise: 'M3 14V3h6v11M9 6.5h4V14M2 14h12M5 5.5h2M5 8h2M5 10.5h2',
  need: 'M5.8 11.5h4.4M6.5 14h3M8 1.8a4.6 4.6 0 0 0-2.6 8.4l.4 1.3h4.4l.4-1.3A4.6 4.6 0 0 0 8 1.8Z',
  deal: 'M2.5 5h8M8 2.5 10.5 5 8 7.5M13.5 11h-8M8 8.5 5.5 11 8 13.5',
  plan: 'M3 13 13 3M5 6.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM11 12.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z',
  activity: 'M2 8h2.5l2-5 3 10 2-5H14',
  import: 'M8 2v8M5 7.5 8 10.5l3-3M2.5 13.5h11',
  export: 'M8 10.5v-8M5 5.5 8 2.5l3 3M2.5 13.5h11',
  safety: 'M8 1.8 13 3.6v4.2c0 3-2 5.2-5 6.4-3-1.2-5-3.4-5-6.4V3.6ZM5.7 8l1.7 1.7 3-3.2',
  settings:
    'M8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4',
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={paths[name]}
        stroke="currentColor"
        strokeWidth={name === 'more' ? 2 : 1.35}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
