/** How people see the pane: the name of a look, the language of their Excel, and what their system prefers. */
export const LOOKS = [
  ['light', 'en-US', { colorScheme: 'light' }],
  ['dark', 'en-US', { colorScheme: 'dark' }],
  ['contrast', 'en-US', { forcedColors: 'active', colorScheme: 'dark' }],
  ['german', 'de-DE', { colorScheme: 'light' }],
] as const;
