import { ref, watchEffect } from 'vue';

/** `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'image-explorer.theme';
const stored = localStorage.getItem(KEY);

/** The chosen theme; setting it shows and remembers it. */
export const theme = ref<Theme>(stored === 'light' || stored === 'dark' ? stored : 'system');

watchEffect(() => {
  if (theme.value === 'system') {
    delete document.body.dataset['theme'];
    localStorage.removeItem(KEY);
  } else {
    document.body.dataset['theme'] = theme.value;
    localStorage.setItem(KEY, theme.value);
  }
});
