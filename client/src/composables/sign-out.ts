import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { useApolloClient } from './apollo.js';
import { signOut } from './session.js';
import { showError } from './toasts.js';

/** Ends the session, forgets everything that was loaded and shows the sign-in page. */
export function useSignOut(): () => Promise<void> {
  const client = useApolloClient();
  const router = useRouter();
  const { t } = useI18n();
  return async () => {
    if ((await signOut()) !== 'ok') return showError(t('settings.signOutFailed'));
    await router.push({ name: 'login' });
    await client.clearStore();
  };
}
