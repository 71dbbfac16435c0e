import { entityMessages } from '../../shared/entities/messages.ts';
import { appMessages } from './messages.ts';

/** All message sets of the page; a new capability adds its own here. */
export const messageSets = [appMessages, entityMessages] as const;
