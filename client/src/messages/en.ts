import { access } from './en/access.js';
import { activity } from './en/activity.js';
import { annotate } from './en/annotate.js';
import { clusters } from './en/clusters.js';
import { duplicates } from './en/duplicates.js';
import { forget } from './en/forget.js';
import { frame } from './en/frame.js';
import { history } from './en/history.js';
import { map } from './en/map.js';
import { parts } from './en/parts.js';
import { photos } from './en/photos.js';
import { proposals } from './en/proposals.js';
import { searches } from './en/searches.js';
import { settings } from './en/settings.js';
import { sidecars } from './en/sidecars.js';
import { similar } from './en/similar.js';
import { viewer } from './en/viewer.js';

/** Every text of the client, one file a part of the screen; plural forms are separated by `|`. */
export const en = {
  access,
  activity,
  annotate,
  clusters,
  duplicates,
  forget,
  frame,
  history,
  map,
  parts,
  photos,
  proposals,
  searches,
  settings,
  sidecars,
  similar,
  viewer,
};
