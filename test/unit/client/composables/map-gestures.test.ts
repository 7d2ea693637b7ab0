import { describe, expect, test } from '@jest/globals';
import { ref, shallowRef } from 'vue';
import { MapGestures } from '../../../../client/src/composables/map-gestures.js';
import { WHOLE } from '../../../../client/src/components/map/map-view.js';

function startGestures(): { gestures: MapGestures; told: string[]; at: (x: number, buttons: number) => PointerEvent } {
  const told: string[] = [];
  const gestures = new MapGestures({
    ...{ view: shallowRef(WHOLE), isLassoTool: ref(true), stage: () => ({ width: 400, height: 400 }) },
    click: () => told.push('click'),
    lasso: (line) => told.push(`lasso of ${line.length}`),
  });
  const element = { getBoundingClientRect: () => ({ left: 0, top: 0 }), setPointerCapture: () => undefined };
  const at = (x: number, buttons: number): PointerEvent =>
    ({ button: 0, buttons, pointerId: 1, clientX: x, clientY: x, type: 'pointermove', currentTarget: element }) as unknown as PointerEvent;
  return { gestures, told, at };
}

describe('gestures on the map', () => {
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
