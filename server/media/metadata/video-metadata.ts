import type { MediaMetadata } from '../analysis.js';
import { cameraName } from './camera.js';
import { parseIso6709 } from './place.js';
import { parseTakenDate, type TakenDate } from './taken-date.js';
import { tidyDescription, tidyText } from './text.js';

// What containers hold when nobody set a clock: the epochs of QuickTime and of Unix.
const UNSET_CLOCK = /^(?:1904-01-01|1970-01-01)/;

/**
 * What a video's container tags (names in lower case) say. Apple's `creationdate` is wall clock with offset; `creation_time` is UTC,
 * so it comes with the offset 0.
 */
export function readVideoMetadata(tags: ReadonlyMap<string, string>): MediaMetadata {
  const apple = (name: string): string | undefined => tags.get(`com.apple.quicktime.${name}`);
  const taken = dateOf(apple('creationdate')) ?? dateOf(tags.get('creation_time')) ?? dateOf(tags.get('date'));
  const place = parseIso6709(apple('location.iso6709') ?? tags.get('location') ?? tags.get('location-eng'));
  return {
    takenLocal: taken?.local ?? null,
    takenOffsetMinutes: taken?.offsetMinutes ?? null,
    takenPrecision: taken?.precision ?? null,
    takenSource: taken ? 'container' : null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    camera: cameraName(
      apple('make') ?? tags.get('com.android.manufacturer') ?? tags.get('make'),
      apple('model') ?? tags.get('com.android.model') ?? tags.get('model'),
    ),
    lens: null,
    exposure: null,
    title: tidyDescription(apple('title') ?? tags.get('title')),
    description: tidyDescription(apple('description') ?? tags.get('description') ?? tags.get('comment')),
    keywords: (apple('keywords') ?? tags.get('keywords') ?? '')
      .split(/[,;]/)
      .map(tidyText)
      .filter((word) => word !== null),
    rating: null,
    livePhotoId: tidyText(apple('content.identifier')),
  };
}

function dateOf(text: string | undefined): TakenDate | null {
  return text && !UNSET_CLOCK.test(text) ? parseTakenDate(text) : null;
}
