import type { LedgerPartner } from '../../features/ledger/dto/position.js';
import { showPounds } from '../shared/words.js';
import { nameOf, type Place } from './place.js';
import { penceOf } from './sum.js';

/** What a partner was billed, as a bar: paid, let off and owed one after another. The words beside it say it all. */
export interface Bar {
  readonly name: string;
  readonly says: string;
  /** What the picture shows, for those who cannot see it. */
  readonly alt: string;
  readonly parts: readonly { readonly kind: 'paid' | 'rebated' | 'owed'; readonly x: string; readonly width: string }[];
}

/** A bar for each partner that was billed or has paid, all to one scale. */
export function picture(place: Place, partners: readonly LedgerPartner[]): readonly Bar[] {
  const shown = partners.filter((row) => longest(row) > 0n);
  const scale = shown.reduce((most, row) => (longest(row) > most ? longest(row) : most), 1n);
  return shown.map((row) => bar(nameOf(place, row.partner), row, scale));
}

const floor = (amount: bigint) => (amount < 0n ? 0n : amount);

/** How long a partner's bar is, in pence: what it was billed, or what it paid where that is more. */
function longest({ billed, paid, rebated }: LedgerPartner): bigint {
  const [due, met] = [penceOf(billed), floor(penceOf(paid)) + floor(penceOf(rebated))];
  return due > met ? due : met;
}

function bar(name: string, row: LedgerPartner, scale: bigint): Bar {
  const lengths = { paid: penceOf(row.paid), rebated: penceOf(row.rebated), owed: penceOf(row.outstanding) } as const;
  let x = 0n;
  const parts = (['paid', 'rebated', 'owed'] as const).flatMap((kind) => {
    const [from, length] = [x, floor(lengths[kind])];
    x += length;
    return length === 0n ? [] : [{ kind, x: percent(from, scale), width: percent(length, scale) }];
  });
  return { name, says: said(row), alt: `${name}: ${spoken(lengths, longest(row))}`, parts };
}

function said({ billed, outstanding, paid }: LedgerPartner): string {
  const over = outstanding.startsWith('-');
  const left = over ? `${showPounds(outstanding.slice(1))} more than it owed` : `${showPounds(outstanding)} still owed`;
  return `${showPounds(paid)} of ${showPounds(billed)} paid, ${left}`;
}

function spoken(lengths: Readonly<Record<'paid' | 'rebated' | 'owed', bigint>>, whole: bigint): string {
  const words = { paid: 'paid', rebated: 'let off', owed: 'still owed' } as const;
  const parts = (['paid', 'rebated', 'owed'] as const)
    .filter((kind) => lengths[kind] > 0n)
    .map((kind) => `${Math.round(Number(percent(lengths[kind], whole)))}% ${words[kind]}`);
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

/** A part of a whole out of 100, with two decimals: for drawing alone. */
function percent(part: bigint, whole: bigint): string {
  return (Number((part * 10_000n) / whole) / 100).toString();
}
