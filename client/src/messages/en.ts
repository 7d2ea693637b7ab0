import { access } from './en/access.js';
import { activity } from './en/activity.js';
import { frame } from './en/frame.js';
import { parts } from './en/parts.js';
import { photos } from './en/photos.js';
import { settings } from './en/settings.js';
import { similar } from './en/similar.js';
import { viewer } from './en/viewer.js';

/** Every text of the client, one file a part of the screen; plural forms are separated by `|`. */
export const en = { access, activity, frame, parts, photos, settings, similar, viewer };
