import { dateInChina } from '../../shared/core/dates.ts';
import { host } from './host.ts';

/** Writes the whole desk as one file to carry away; the host asks or knows where to. */
export const saveBackup = () =>
  host.saveBackup({ name: `transfer-desk-${dateInChina(Date.now())}` });
