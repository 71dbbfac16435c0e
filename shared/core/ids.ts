import { v7 } from 'uuid';

/** A new record id: UUID version 7 of an instant (ms) and 16 random bytes. Ids sort by instant. */
export function newId(msecs: number, random: Uint8Array): string {
  return v7({ msecs, random });
}
