import { createRandom, type Random } from '../../models/builtin/random.js';
import { EVENTS, type Event, type Place } from './events.js';
import type { LightName } from './light.js';
import { type SceneName, SCENES, type Scene } from './scenes.js';

/** One picture of the demo archive before it is drawn. `takenAt` is local time, `YYYY-MM-DDTHH:MM:SS`. */
export interface PicturePlan {
  readonly path: string;
  readonly scene: SceneName;
  readonly light: LightName;
  readonly seed: number;
  readonly width: number;
  readonly height: number;
  readonly takenAt: string;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly camera: readonly [make: string, model: string];
  readonly place: Place;
}

const HOURS: Record<LightName, number> = { dawn: 6, day: 13, golden: 18, sunset: 20, dusk: 21, night: 23, overcast: 11, winter: 15 };
// Long side 1600: sharp on a large screen, quick to draw.
// prettier-ignore
const SHAPES = [[1600, 1067], [1600, 1067], [1600, 1200], [1600, 1200], [1067, 1600], [1200, 1600], [1600, 900], [1400, 1400], [1800, 740]] as const;

/** Every picture of the demo archive, the same for the same seed. */
export function planAlbum(seed: number): PicturePlan[] {
  const random = createRandom(seed);
  let count = 0;
  return EVENTS.flatMap((trip) => trip.scenes.map((scene, nth) => planPicture(random, trip, { scene, nth, count: (count += 1) })));
}

function planPicture(random: Random, trip: Event, picture: { scene: SceneName; nth: number; count: number }): PicturePlan {
  const { lights, title, keywords }: Scene = SCENES[picture.scene];
  const light = random.pick(lights);
  const [width, height] = random.pick(SHAPES);
  const clock = [HOURS[light], random.whole(0, 59), random.whole(0, 59)].map((part) => String(part).padStart(2, '0')).join(':');
  const day = new Date(Date.parse(trip.day) + Math.floor(picture.nth / 3) * 86_400_000).toISOString().slice(0, 10);
  return {
    path: `${trip.day.slice(0, 4)}/${trip.name}/IMG_${String(1000 + picture.count * 7)}.jpg`,
    scene: picture.scene,
    light,
    seed: random.whole(0, 2 ** 31),
    width,
    height,
    takenAt: `${day}T${clock}`,
    title: `${title}, ${trip.place.name}`,
    keywords: [...keywords, trip.name.toLowerCase()],
    camera: trip.camera,
    place: {
      ...trip.place,
      latitude: trip.place.latitude + random.normal() * 0.004,
      longitude: trip.place.longitude + random.normal() * 0.004,
    },
  };
}
