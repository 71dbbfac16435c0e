import { printedSchema } from '../../shared/contract/index.ts';
import { toDocx } from './document-docx.ts';
import { portToParent } from './parent-port.ts';

/**
 * The process that makes one DOCX file: seconds of work for a long document, in which the host would
 * not answer. It is killed when its work is done or no longer wanted.
 */

const port = portToParent();

port.listen(async (raw) => {
  port.send({ bytes: await toDocx(printedSchema.parse(raw)) });
});
