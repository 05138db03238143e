import { NONE, type Id } from '../columns/ids';
import { Pairs } from '../columns/pairs';
import type { Histories } from '../history/histories';
import type { FileId, RevisionId } from '../history/ids';
import type { NumberId } from '../history/numbers';
import { findRevision } from '../history/find';
import { BRANCH_WORDS, readBranchWords, type BranchWord, type Sync } from '../messages/branchWords';
import { HEADER_WORDS, readHeaderLines, type HeaderLines } from '../messages/headerLines';
import { readPlaceholder, type Placeholder } from '../messages/placeholder';
import { PULL_UP_WORDS, readPullUp, type PullUp } from '../messages/pullUps';
import { RENAME_WORDS, readRenames, type Rename } from '../messages/renames';
import { InternedText } from '../text/intern';

/** A message, each text once: its place among the different messages of a log. */
export type MessageId = Id<'message'>;

/** An author's revisions of one day with one message: where there are no clocks, a commit. */
export type CommitId = Id<'commit'>;

/** The message of a revision whose message is hidden; equal to no other. */
export const NO_MESSAGE: MessageId = NONE;

/** What a message tells about files, branches and where a change came from. */
export interface MessageFacts {
  readonly placeholder: Placeholder | undefined;
  readonly pullUp: PullUp | undefined;
  readonly sync: Sync | undefined;
  readonly ownNames: readonly string[];
  readonly merged: readonly BranchWord[];
  readonly renames: readonly Rename[];
  readonly headers: HeaderLines | undefined;
}

/** A pause is offered each time that this many messages are read. */
const STEP = 1024;

const NOTHING: MessageFacts = {
  placeholder: undefined,
  pullUp: undefined,
  sync: undefined,
  ownNames: [],
  merged: [],
  renames: [],
  headers: undefined,
};

/** Most messages have none of the words that their readers look for: one search tells. */
const TELLING = new RegExp(
  [BRANCH_WORDS, PULL_UP_WORDS, RENAME_WORDS, HEADER_WORDS].map(({ source }) => source).join('|'),
  'im',
);

/** The messages of a log; each different one is read once, when someone first asks. */
export class Messages {
  private readonly ids: Int32Array;
  private readonly texts: InternedText;
  private readonly facts: (MessageFacts | undefined)[] = [];

  private constructor(readonly histories: Histories) {
    this.ids = new Int32Array(histories.count);
    this.texts = new InternedText(histories.bytes);
  }

  /** Reads every message once, but those of revisions that are hidden. Yields the share that is done. */
  static *read(
    histories: Histories,
    hidden?: ReadonlySet<RevisionId>,
  ): Generator<number, Messages> {
    const messages = new Messages(histories);
    const { bytes, count } = histories;
    for (let r = 0; r < count; r++) {
      if (r % STEP === STEP - 1) yield r / count;
      if (hidden?.has(r)) {
        messages.ids[r] = NO_MESSAGE;
        continue;
      }
      const [from, to] = histories.messageBytes(r);
      let end = to;
      while (end > from && bytes[end - 1]! <= 0x20) end--;
      messages.ids[r] = messages.texts.add(from, end);
      messages.factsOf(r);
    }
    messages.numbered = yield* numberCommits(histories, messages.ids);
    return messages;
  }

  idOf(revision: RevisionId): MessageId {
    return this.ids[revision]!;
  }

  /** How many different messages there are. */
  get count(): number {
    return this.texts.size;
  }

  get commitCount(): number {
    return this.commits.count;
  }

  /** The commit that a revision seems to be of, by author, day and message. */
  commitOf(revision: RevisionId): CommitId {
    return this.commits.of[revision]!;
  }

  private get commits(): Commits {
    return this.numbered;
  }
  private numbered: Commits = { count: 0, of: new Int32Array() };

  /** The revision of a file that has a number. */
  find(file: FileId, number: NumberId): RevisionId | undefined {
    return findRevision(this.histories, file, number);
  }

  factsOf(revision: RevisionId): MessageFacts {
    const id = this.ids[revision]!;
    return id === NO_MESSAGE ? NOTHING : (this.facts[id] ??= readFacts(this.texts.text(id)));
  }
}

interface Commits {
  readonly count: number;
  /** The commit of each revision. */
  readonly of: Int32Array;
}

function* numberCommits(histories: Histories, messageIds: Int32Array): Generator<number, Commits> {
  const authorDays = new Pairs();
  const commits = new Pairs();
  const of = new Int32Array(histories.count);
  for (let r = 0; r < of.length; r++) {
    if (r % STEP === STEP - 1) yield 1;
    of[r] = commits.add(messageIds[r]!, authorDays.add(histories.authorId(r), histories.day(r)));
  }
  return { count: commits.size, of };
}

function readFacts(text: string): MessageFacts {
  const message = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const placeholder = readPlaceholder(message);
  if (placeholder) return { ...NOTHING, placeholder };
  if (!TELLING.test(message)) return NOTHING;
  const pullUp = readPullUp(message);
  const { sync, ownNames, merged } = readBranchWords(message);
  const renames = readRenames(message);
  const headers = readHeaderLines(message);
  const isTelling = pullUp ?? sync ?? headers;
  if (!isTelling && ownNames.length + merged.length + renames.length === 0) return NOTHING;
  return {
    placeholder,
    pullUp,
    sync: pullUp ? undefined : sync,
    ownNames: pullUp ? [] : ownNames,
    merged,
    renames,
    headers,
  };
}
