import { XMLParser } from 'fast-xml-parser';
import { statementError } from '../domain/statement/errors';
import type { XmlNode } from '../domain/statement/xml';

const DEEPEST = 40;
// A document of its own entities could unfold without end, or read files: it is never parsed.
const OWN_ENTITIES = /<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i;

/**
 * An XML document as plain objects, its namespaces and the order of unlike children left out.
 * @throws statementXml
 */
export function parseXml(text: string): XmlNode {
  if (OWN_ENTITIES.test(text)) throw statementError('statementXml', { why: 'doctype' });
  if (depthOf(text) > DEEPEST) throw statementError('statementXml', { why: 'depth' });
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: true,
    // Numbers stay texts: an account number keeps its zeros, an amount its digits.
    parseTagValue: false,
    parseAttributeValue: false,
  });
  try {
    const root: XmlNode = parser.parse(text, true);
    return root;
  } catch {
    // The parser throws plain errors for whatever is no document.
    throw statementError('statementXml', { why: 'broken' });
  }
}

/** How deep elements lie within one another; what is no document may be counted wrong. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const [tag] of text.matchAll(/<[^<>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>') && !/^<[?!]/.test(tag)) depth += 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
