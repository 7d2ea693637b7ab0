import { createI18n } from 'vue-i18n';
import { en } from './messages/en.js';

/** Texts of the client. vue-i18n 11 walks a syntax tree instead of generating code, so the policy needs no `unsafe-eval`. */
export const i18n = createI18n({ legacy: false, locale: 'en', fallbackLocale: 'en', messages: { en } });
