import './styles/tokens.css';
import './styles/base.css';
import { createApp } from 'vue';
import App from './App.vue';
import { createApolloClient } from './apollo.js';
import { APOLLO_CLIENT } from './composables/apollo.js';
import { markAnswered, markAway } from './composables/connection.js';
import './composables/theme.js';
import { i18n } from './i18n.js';
import { continueFrom, createAppRouter } from './router.js';

const router = createAppRouter();
const client = createApolloClient({
  onAnswer: markAnswered,
  onAway: () => markAway(() => void client.refetchQueries({ include: 'active' })),
  onSignedOut: () => void router.push({ name: 'login', query: { continue: continueFrom(router.currentRoute.value) } }),
});

createApp(App).use(router).use(i18n).provide(APOLLO_CLIENT, client).mount('#app');
