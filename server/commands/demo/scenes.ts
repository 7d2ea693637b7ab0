import type { Drawing } from './drawing.js';
import type { Light, LightName } from './light.js';
import { beachFromAbove, harbour } from './scenes/coast.js';
import { balloons, dunes, meadow } from './scenes/country.js';
import { blossom, daisies, tulips } from './scenes/flowers.js';
import { birthdayCake, catAtWindow, citrus } from './scenes/indoors.js';
import { aurora, mistyPeaks, mountainLake, winterCabin } from './scenes/mountains.js';
import { lighthouse, sailing, surf } from './scenes/sea.js';
import { avenue, bridge, fair, fireworks, skyline } from './scenes/town.js';

/** A picture that can be drawn: what it is called, its keywords, the lights it looks well in. */
export interface Scene {
  readonly paint: (drawing: Drawing, light: Light) => void;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly lights: readonly LightName[];
}

const LANDSCAPE = ['dawn', 'day', 'golden', 'sunset'] as const;
const EVENING = ['sunset', 'dusk', 'night'] as const;

/** Every scene of the demo archive by name. */
export const SCENES = {
  aurora: { paint: aurora, title: 'Northern lights', keywords: ['aurora', 'night', 'lake'], lights: ['night'] },
  avenue: { paint: avenue, title: 'The avenue', keywords: ['trees', 'park', 'walk'], lights: ['golden', 'day', 'dawn'] },
  balloons: { paint: balloons, title: 'Hot-air balloons', keywords: ['balloons', 'sky', 'fields'], lights: LANDSCAPE },
  beach: { paint: beachFromAbove, title: 'The beach from above', keywords: ['beach', 'parasols', 'sea'], lights: ['day'] },
  blossom: { paint: blossom, title: 'Cherry blossom', keywords: ['blossom', 'spring', 'tree'], lights: ['day'] },
  bridge: { paint: bridge, title: 'The bridge', keywords: ['bridge', 'city', 'river'], lights: ['golden', 'dusk', 'sunset', 'overcast'] },
  cake: { paint: birthdayCake, title: 'Birthday cake', keywords: ['birthday', 'cake', 'candles'], lights: ['dusk'] },
  cat: { paint: catAtWindow, title: 'The cat at the window', keywords: ['cat', 'window', 'home'], lights: ['dusk', 'golden', 'sunset'] },
  citrus: { paint: citrus, title: 'Oranges and limes', keywords: ['fruit', 'kitchen', 'food'], lights: ['day'] },
  daisies: { paint: daisies, title: 'Flowers in the meadow', keywords: ['flowers', 'summer', 'garden'], lights: ['day'] },
  dunes: { paint: dunes, title: 'Dunes', keywords: ['desert', 'sand', 'walk'], lights: ['golden', 'sunset', 'day'] },
  fair: { paint: fair, title: 'Ferris wheel', keywords: ['fair', 'lights', 'evening'], lights: EVENING },
  fireworks: { paint: fireworks, title: 'Fireworks', keywords: ['fireworks', 'night', 'city'], lights: ['night'] },
  harbour: {
    paint: harbour,
    title: 'The old harbour',
    keywords: ['harbour', 'houses', 'boats'],
    lights: ['day', 'golden', 'dusk', 'sunset'],
  },
  lighthouse: {
    paint: lighthouse,
    title: 'The lighthouse',
    keywords: ['lighthouse', 'sea', 'coast'],
    lights: ['sunset', 'dusk', 'golden', 'day'],
  },
  meadow: { paint: meadow, title: 'The tree on the hill', keywords: ['tree', 'hills', 'fields'], lights: LANDSCAPE },
  mountainLake: { paint: mountainLake, title: 'Mountain lake', keywords: ['mountains', 'lake', 'snow'], lights: LANDSCAPE },
  mistyPeaks: {
    paint: mistyPeaks,
    title: 'Hills in the mist',
    keywords: ['mountains', 'mist', 'forest'],
    lights: [...LANDSCAPE, 'winter'],
  },
  sailing: { paint: sailing, title: 'Sailing boats', keywords: ['sea', 'boats', 'sailing'], lights: ['golden', 'sunset', 'day', 'dusk'] },
  skyline: { paint: skyline, title: 'The skyline', keywords: ['city', 'skyline', 'river'], lights: ['dusk', 'night', 'golden', 'dawn'] },
  surf: { paint: surf, title: 'Evening surf', keywords: ['beach', 'waves', 'sea'], lights: ['sunset', 'golden', 'dawn', 'day'] },
  tulips: { paint: tulips, title: 'Tulips', keywords: ['flowers', 'tulips', 'spring'], lights: ['day'] },
  winterCabin: {
    paint: winterCabin,
    title: 'The cabin in the snow',
    keywords: ['winter', 'snow', 'cabin'],
    lights: ['winter', 'dusk', 'night', 'dawn'],
  },
} as const satisfies Record<string, Scene>;

/** Name of a scene. */
export type SceneName = keyof typeof SCENES;
