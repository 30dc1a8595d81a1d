import type mongoose from 'mongoose';
import { atEndOfTurn } from '../at-end-of-turn.ts';
import { DUPLICATE, refusals } from './refusals.ts';

const IN_FLIGHT = 2;
const LARGEST_GROUP = 256;

export type Insertion = 'inserted' | 'duplicate';

interface Target {
  collection: Pick<mongoose.Collection, 'insertMany'>;
}

type Document = { _id: unknown };

interface Waiting {
  document: Document;
  settle: (result: Insertion) => void;
  fail: (error: unknown) => void;
}

/**
 * Inserts documents one by one for its callers, but in groups for the database: whatever arrives in one turn
 * of the event loop, or while earlier commands are in flight, goes out as one journaled command. Each caller learns the fate of its own document. With
 * nobody else waiting a group has one member, so nobody waits for company.
 */
export function groupInsert(model: Target): (document: Document) => Promise<Insertion> {
  const waiting: Waiting[] = [];
  let flying = 0;
  const departSoon = atEndOfTurn(depart);

  function depart(): void {
    if (flying >= IN_FLIGHT || waiting.length === 0) return;
    flying += 1;
    void insertGroup(model, waiting.splice(0, LARGEST_GROUP)).finally(() => {
      flying -= 1;
      departSoon();
    });
  }

  return (document) =>
    new Promise((settle, fail) => {
      waiting.push({ document, settle, fail });
      departSoon();
    });
}

async function insertGroup(model: Target, group: readonly Waiting[]): Promise<void> {
  try {
    // The plain driver: the documents are made by our own code, and validation costs more than the write.
    await model.collection.insertMany(
      group.map(({ document }) => document as Record<string, unknown>),
      { ordered: false, writeConcern: { w: 1, j: true } },
    );
    for (const member of group) member.settle('inserted');
  } catch (error) {
    settleEach(group, error);
  }
}

function settleEach(group: readonly Waiting[], error: unknown): void {
  const refused = refusals(error);
  group.forEach((member, index) => {
    if (!refused) return member.fail(error);
    const refusal = refused.get(index);
    if (refusal === undefined) return member.settle('inserted');
    return refusal === DUPLICATE ? member.settle('duplicate') : member.fail(error);
  });
}
