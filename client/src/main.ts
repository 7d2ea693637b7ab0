import './styles/tokens.css';
import './styles/base.css';
import { createApp } from 'vue';
import App from './App.vue';
import { createApolloClient } from './apollo.js';
import { APOLLO_CLIENT } from './composables/apollo.js';
import { lookForServer } from './composables/connection.js';
import './composables/theme.js';
import { i18n } from './i18n.js';
import { continueFrom, createAppRouter } from './router.js';

const router = createAppRouter();
const client = createApolloClient({
  onAway: () => void lookForServer(() => void client.refetchQueries({ include: 'active' })),
  onSignedOut: () => void router.push({ name: 'login', query: { continue: continueFrom(router.currentRoute.value) } }),
});

// A page's code could not be loaded: the server is away, or it serves a newer build under new names. Either way the address is opened anew.
router.onError((error: Error, to, from) => {
  if (from.matched.length === 0 || !/import|module|preload/i.test(error.message)) return;
  const open = (): void => location.assign(router.resolve(to.fullPath).href);
  void lookForServer(open, open);
});

createApp(App).use(router).use(i18n).provide(APOLLO_CLIENT, client).mount('#app');
