import { join } from 'node:path';
import { readSidecar, type SidecarSpot } from '../media/sidecar.js';
import { parseSidecar, pathApart, SIDECAR_SUFFIX } from '../media/sidecar-format.js';

/**
 * The id that a picture had when its sidecar was written, so that an archive that is built anew is the one it was. The sidecar lies beside
 * the picture, or in the data folder and names its bytes. Null where there is none, or none that can be read.
 */
export async function findGivenId(
  { root, path, contentHash }: { root: string; path: string; contentHash: string },
  dataDir: string,
): Promise<string | null> {
  const beside = await readGiven({ folder: root, path: path + SIDECAR_SUFFIX, isOurs: false });
  if (beside?.documentId) return beside.documentId;
  const apart = await readGiven({ folder: join(dataDir, 'sidecars'), path: pathApart(contentHash), isOurs: false });
  return apart?.contentHash === contentHash ? apart.documentId : null;
}

// What is wrong with a sidecar is told when its words are read.
async function readGiven(spot: SidecarSpot): Promise<{ documentId: string | null; contentHash: string | null } | null> {
  try {
    const file = await readSidecar(spot);
    return file && parseSidecar(file.content);
  } catch {
    return null;
  }
}
