import type { SceneName } from './scenes.js';

/** Where pictures were taken, in degrees. */
export interface Place {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Some days that pictures were taken on; a scene named twice was photographed more than once. */
export interface Event {
  readonly name: string;
  readonly day: string;
  readonly place: Place;
  readonly camera: readonly [make: string, model: string];
  readonly scenes: readonly SceneName[];
}

const CAMERAS = {
  compact: ['Canon', 'PowerShot S110'],
  reflex: ['NIKON CORPORATION', 'NIKON D750'],
  phone: ['Apple', 'iPhone 12'],
  mirrorless: ['FUJIFILM', 'X-T4'],
  pixel: ['Google', 'Pixel 8'],
} as const;

const place = (name: string, latitude: number, longitude: number): Place => ({ name, latitude, longitude });
const PLACES = {
  home: place('Bern', 46.948, 7.447),
  lofoten: place('Lofoten', 68.234, 14.568),
  bergen: place('Bergen', 60.397, 5.324),
  lisbon: place('Lisbon', 38.722, -9.139),
  engadin: place('Engadin', 46.43, 9.763),
  brittany: place('Brittany', 48.63, -4.56),
  morocco: place('Merzouga', 31.08, -4.01),
  kyoto: place('Kyoto', 35.011, 135.768),
  cappadocia: place('Cappadocia', 38.643, 34.829),
  holland: place('Keukenhof', 52.27, 4.546),
  francisco: place('San Francisco', 37.819, -122.478),
  copenhagen: place('Copenhagen', 55.676, 12.568),
  tuscany: place('Tuscany', 43.318, 11.331),
};

/** Twelve years of holidays, feasts and walks. */
export const EVENTS: readonly Event[] = [
  {
    name: 'Summer in Brittany',
    day: '2013-08-04',
    place: PLACES.brittany,
    camera: CAMERAS.compact,
    scenes: ['lighthouse', 'sailing', 'surf', 'beach', 'sailing', 'daisies', 'lighthouse', 'surf'],
  },
  { name: 'Birthday', day: '2014-03-16', place: PLACES.home, camera: CAMERAS.compact, scenes: ['cake', 'cake', 'cat', 'citrus', 'tulips'] },
  {
    name: 'Bergen',
    day: '2014-07-21',
    place: PLACES.bergen,
    camera: CAMERAS.compact,
    scenes: ['harbour', 'harbour', 'mountainLake', 'sailing', 'mistyPeaks', 'harbour', 'mountainLake'],
  },
  {
    name: 'Christmas in the Engadin',
    day: '2014-12-24',
    place: PLACES.engadin,
    camera: CAMERAS.compact,
    scenes: ['winterCabin', 'mistyPeaks', 'winterCabin', 'mountainLake', 'winterCabin'],
  },
  {
    name: 'Tulips',
    day: '2015-04-26',
    place: PLACES.holland,
    camera: CAMERAS.reflex,
    scenes: ['tulips', 'tulips', 'daisies', 'tulips', 'meadow', 'avenue'],
  },
  {
    name: 'Tuscany',
    day: '2015-09-12',
    place: PLACES.tuscany,
    camera: CAMERAS.reflex,
    scenes: ['meadow', 'balloons', 'citrus', 'meadow', 'avenue', 'mistyPeaks', 'meadow'],
  },
  {
    name: 'New Year',
    day: '2015-12-31',
    place: PLACES.copenhagen,
    camera: CAMERAS.reflex,
    scenes: ['fireworks', 'fireworks', 'skyline', 'fair', 'fireworks'],
  },
  {
    name: 'Lisbon',
    day: '2016-05-14',
    place: PLACES.lisbon,
    camera: CAMERAS.reflex,
    scenes: ['bridge', 'harbour', 'sailing', 'skyline', 'citrus', 'bridge', 'surf', 'harbour'],
  },
  {
    name: 'Autumn walks',
    day: '2016-10-15',
    place: PLACES.home,
    camera: CAMERAS.reflex,
    scenes: ['avenue', 'meadow', 'avenue', 'mistyPeaks', 'cat'],
  },
  {
    name: 'Morocco',
    day: '2017-02-18',
    place: PLACES.morocco,
    camera: CAMERAS.reflex,
    scenes: ['dunes', 'dunes', 'citrus', 'dunes', 'dunes', 'skyline'],
  },
  {
    name: 'Lofoten',
    day: '2017-09-23',
    place: PLACES.lofoten,
    camera: CAMERAS.reflex,
    scenes: ['aurora', 'mountainLake', 'aurora', 'harbour', 'mountainLake', 'aurora', 'lighthouse', 'winterCabin'],
  },
  { name: 'Birthday', day: '2018-03-16', place: PLACES.home, camera: CAMERAS.phone, scenes: ['cake', 'cat', 'cake', 'blossom', 'daisies'] },
  {
    name: 'Cappadocia',
    day: '2018-06-09',
    place: PLACES.cappadocia,
    camera: CAMERAS.mirrorless,
    scenes: ['balloons', 'balloons', 'dunes', 'balloons', 'mistyPeaks', 'balloons', 'meadow'],
  },
  {
    name: 'Kyoto in spring',
    day: '2019-04-03',
    place: PLACES.kyoto,
    camera: CAMERAS.mirrorless,
    scenes: ['blossom', 'avenue', 'blossom', 'mistyPeaks', 'blossom', 'mountainLake', 'cat'],
  },
  {
    name: 'San Francisco',
    day: '2019-10-11',
    place: PLACES.francisco,
    camera: CAMERAS.mirrorless,
    scenes: ['bridge', 'bridge', 'skyline', 'surf', 'bridge', 'sailing', 'skyline'],
  },
  {
    name: 'In the garden',
    day: '2020-05-10',
    place: PLACES.home,
    camera: CAMERAS.phone,
    scenes: ['daisies', 'tulips', 'citrus', 'cat', 'daisies', 'blossom', 'avenue'],
  },
  {
    name: 'Summer at the lake',
    day: '2020-07-25',
    place: PLACES.engadin,
    camera: CAMERAS.phone,
    scenes: ['mountainLake', 'sailing', 'meadow', 'mountainLake', 'daisies', 'mistyPeaks', 'balloons'],
  },
  {
    name: 'Copenhagen',
    day: '2021-08-20',
    place: PLACES.copenhagen,
    camera: CAMERAS.mirrorless,
    scenes: ['harbour', 'fair', 'sailing', 'harbour', 'fair', 'skyline', 'cake'],
  },
  {
    name: 'Winter in the Engadin',
    day: '2022-01-29',
    place: PLACES.engadin,
    camera: CAMERAS.mirrorless,
    scenes: ['winterCabin', 'mountainLake', 'mistyPeaks', 'winterCabin', 'aurora', 'cat'],
  },
  {
    name: 'Back to Brittany',
    day: '2022-08-06',
    place: PLACES.brittany,
    camera: CAMERAS.phone,
    scenes: ['lighthouse', 'surf', 'beach', 'sailing', 'lighthouse', 'sailing', 'surf', 'beach'],
  },
  {
    name: 'New Year',
    day: '2022-12-31',
    place: PLACES.lisbon,
    camera: CAMERAS.phone,
    scenes: ['fireworks', 'skyline', 'fireworks', 'bridge', 'cake'],
  },
  {
    name: 'Kyoto in autumn',
    day: '2023-11-18',
    place: PLACES.kyoto,
    camera: CAMERAS.pixel,
    scenes: ['avenue', 'mistyPeaks', 'avenue', 'mountainLake', 'citrus'],
  },
  {
    name: 'Tuscany again',
    day: '2024-06-15',
    place: PLACES.tuscany,
    camera: CAMERAS.pixel,
    scenes: ['meadow', 'balloons', 'daisies', 'meadow', 'citrus', 'balloons', 'cat'],
  },
  { name: 'The fair', day: '2024-09-28', place: PLACES.home, camera: CAMERAS.pixel, scenes: ['fair', 'fair', 'fireworks', 'cake', 'fair'] },
  {
    name: 'Lofoten in spring',
    day: '2025-04-12',
    place: PLACES.lofoten,
    camera: CAMERAS.pixel,
    scenes: ['mountainLake', 'lighthouse', 'aurora', 'harbour', 'surf', 'mistyPeaks'],
  },
];
