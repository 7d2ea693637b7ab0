import type { RouteLocationNormalizedLoaded, RouteRecordRaw, Router } from 'vue-router';
import { createRouter, createWebHistory } from 'vue-router';
import { endpoint } from './composables/mount.js';

declare module 'vue-router' {
  interface RouteMeta {
    /** Without the frame: signing in and setting up. */
    isBare?: boolean;
    /** Lies over the page that was open, which stays as it is below. */
    isOverlay?: boolean;
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/', name: 'photos', component: () => import('./pages/PhotosPage.vue') },
  { path: '/similar', name: 'similar', component: () => import('./pages/SimilarPage.vue') },
  { path: '/view/:id', name: 'viewer', component: () => import('./pages/ViewerPage.vue'), props: true, meta: { isOverlay: true } },
  { path: '/clusters', name: 'clusters', component: () => import('./pages/ClustersPage.vue') },
  { path: '/clusters/:id', name: 'cluster', component: () => import('./pages/ClusterPage.vue'), props: true },
  { path: '/duplicates', name: 'duplicates', component: () => import('./pages/DuplicatesPage.vue') },
  { path: '/map', name: 'map', component: () => import('./pages/MapPage.vue') },
  { path: '/activity', name: 'activity', component: () => import('./pages/ActivityPage.vue') },
  { path: '/history', name: 'history', component: () => import('./pages/ActivityPage.vue') },
  { path: '/proposals', name: 'proposals', component: () => import('./pages/ProposalsPage.vue') },
  { path: '/settings', name: 'settings', component: () => import('./pages/SettingsPage.vue') },
  { path: '/login', name: 'login', component: () => import('./pages/LoginPage.vue'), meta: { isBare: true } },
  { path: '/setup', name: 'setup', component: () => import('./pages/SetupPage.vue'), meta: { isBare: true } },
  { path: '/:rest(.*)*', name: 'lost', component: () => import('./pages/LostPage.vue') },
];

/** Every view has its address under `<mount>/image-explorer`. */
export function createAppRouter(): Router {
  return createRouter({ history: createWebHistory(endpoint('/image-explorer')), routes });
}

/** The full path to come back to, empty on pages that need none. */
export function continueFrom(route: RouteLocationNormalizedLoaded): string | undefined {
  return route.meta.isBare || route.fullPath === '/' ? undefined : route.fullPath;
}
