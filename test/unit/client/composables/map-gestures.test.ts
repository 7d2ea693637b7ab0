import { beforeAll, describe, expect, test } from '@jest/globals';
import { ref, shallowRef, type Ref } from 'vue';
import { WHOLE } from '../../../../client/src/components/map/map-view.js';

// By a name that is not followed: the types of a browser are not those of the tests.
const MODULE: string = '../../../../client/src/composables/map-gestures.js';

/** What of the module is tried. */
interface Gestures {
  isDragging: Ref<boolean>;
  line: Ref<readonly unknown[]>;
  down(event: object): void;
  move(event: object): void;
  up(event: object): void;
}
let MapGestures: new (context: object) => Gestures;

function startGestures(): { gestures: Gestures; told: string[]; at: (x: number, buttons: number) => object } {
  const told: string[] = [];
  const gestures = new MapGestures({
    ...{ view: shallowRef(WHOLE), isLassoTool: ref(true), stage: () => ({ width: 400, height: 400 }) },
    click: () => told.push('click'),
    lasso: (line: readonly unknown[]) => told.push(`lasso of ${line.length}`),
  });
  const element = { getBoundingClientRect: () => ({ left: 0, top: 0 }), setPointerCapture: () => undefined };
  const at = (x: number, buttons: number): object => ({
    ...{ button: 0, buttons, pointerId: 1, clientX: x, clientY: x },
    ...{ type: 'pointermove', currentTarget: element },
  });
  return { gestures, told, at };
}

describe('gestures on the map', () => {
  beforeAll(async () => {
    ({ MapGestures } = (await import(MODULE)) as { MapGestures: typeof MapGestures });
  });

  test('a line is drawn from where the pointer went down to where it was let go', () => {
    const { gestures, told, at } = startGestures();
    gestures.down(at(10, 1));
    for (const x of [30, 60, 90]) gestures.move(at(x, 1));
    gestures.up(at(90, 0));
    expect([told, gestures.isDragging.value]).toEqual([['lasso of 4'], false]);
  });

  test('a pointer that comes back with no button held was let go unseen, and nothing sticks to it', () => {
    const { gestures, told, at } = startGestures();
    gestures.down(at(10, 1));
    for (const x of [30, 60]) gestures.move(at(x, 1));
    gestures.move(at(200, 0));
    expect([gestures.isDragging.value, gestures.line.value]).toEqual([false, []]);
    gestures.move(at(250, 0));
    gestures.up(at(250, 0));
    expect(told).toEqual([]);
  });
});
