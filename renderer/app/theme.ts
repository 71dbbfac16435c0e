import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from '@mantine/core';

// Mantine wants ten shades of the primary colour; tokens.css replaces the ones that are seen.
const accent: MantineColorsTuple = [
  '#e3f0ec',
  '#c9e2da',
  '#a5cdc1',
  '#7eb7a6',
  '#57a08b',
  '#398a74',
  '#2a7a66',
  '#1f6f5c',
  '#185a4a',
  '#11463a',
];

export const theme = createTheme({
  fontFamily: 'var(--font)',
  primaryColor: 'accent',
  colors: { accent },
  primaryShade: { light: 7, dark: 4 },
  // On the dark theme the accent is light, and what is written on it is dark.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    const onAccent = input.variant === 'filled' && input.color === 'accent';
    return onAccent ? { ...colors, color: 'var(--accent-ink)' } : colors;
  },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '10px', xl: '14px' },
  fontSizes: { xs: '12.5px', sm: '13.5px', md: '13.5px', lg: '15px', xl: '19px' },
  components: {
    Button: { defaultProps: { size: 'xs', radius: 'md' } },
    // Help stands below, so that inputs side by side stay in line.
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs', autosize: true, minRows: 2 } },
    Select: { defaultProps: { size: 'xs', comboboxProps: { shadow: 'md' } } },
    MultiSelect: { defaultProps: { size: 'xs', comboboxProps: { shadow: 'md' } } },
    DateInput: { defaultProps: { size: 'xs' } },
    Drawer: {
      defaultProps: { position: 'right', size: 520, overlayProps: { backgroundOpacity: 0.25 } },
    },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.25 } } },
    Menu: { defaultProps: { shadow: 'md' } },
    Tooltip: { defaultProps: { openDelay: 400, fz: 'xs' } },
  },
});
