/** A text with a figure in it, without the zeros that end its decimals: `3.60 m` is `3.6 m`. */
export const withoutZeros = (text: string): string =>
  text.replace(/\.(\d*?)0+(?!\d)/, (_all, rest: string) => (rest === '' ? '' : `.${rest}`));
