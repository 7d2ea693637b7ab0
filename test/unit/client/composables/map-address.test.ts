import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createApp, effectScope, nextTick, type Ref } from 'vue';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import type { MapView } from '../../../../client/src/components/map/map-view.js';

// By a name that is not followed: the types of a browser are not those of the tests.
const MODULE: string = '../../../../client/src/composables/map-address.js';

/** What of the module is tried. */
interface MapAddress {
  view: Ref<MapView>;
  colouring: Ref<string>;
}

describe('the address of the map', () => {
  let useMapAddress: () => MapAddress;

  beforeAll(async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    Object.assign(globalThis, { window: globalThis });
    ({ useMapAddress } = (await import(MODULE)) as { useMapAddress: () => MapAddress });
  });
  afterAll(() => {
    jest.useRealTimers();
    Object.assign(globalThis, { window: undefined });
  });
  const settle = async (ms: number): Promise<void> => {
    await nextTick();
    jest.advanceTimersByTime(ms);
    await new Promise(setImmediate);
  };
  const openMap = async (path: string): Promise<{ router: Router; address: MapAddress; end: () => void }> => {
    const component = { render: () => null };
    const router = createRouter({
      history: createMemoryHistory(),
      routes: [
        { path: '/map', name: 'map', component },
        { path: '/view', name: 'viewer', component },
      ],
    });
    const app = createApp(component).use(router);
    await router.push(path);
    const scope = effectScope();
    const address = app.runWithContext(() => scope.run(useMapAddress))!;
    return { router, address, end: () => scope.stop() };
  };

  test('follows what is seen once it rests, and is followed when it changes', async () => {
    const { router, address, end } = await openMap('/map?x=0.25&y=0.5&zoom=4');
    expect(address.view.value).toEqual({ x: 0.25, y: 0.5, zoom: 4 });
    address.view.value = { x: 0.5, y: 0.5, zoom: 2 };
    await settle(100);
    expect(router.currentRoute.value.query['zoom']).toBe('4');
    await settle(300);
    expect(router.currentRoute.value.query).toEqual({ x: '0.5', y: '0.5', zoom: '2' });
    await router.push('/map?by=year');
    await settle(300);
    expect([address.view.value.zoom, address.colouring.value]).toEqual([1, 'year']);
    end();
  });

  test('is written after the viewer closes where the map moved right before it opened', async () => {
    const { router, address, end } = await openMap('/map');
    address.view.value = { x: 0.75, y: 0.5, zoom: 2 };
    await settle(100);
    await router.push('/view');
    await settle(1_000);
    router.back();
    await settle(0);
    await settle(300);
    expect(address.view.value).toEqual({ x: 0.75, y: 0.5, zoom: 2 });
    expect(router.currentRoute.value.fullPath).toBe('/map?x=0.75&y=0.5&zoom=2');
    end();
  });
});
