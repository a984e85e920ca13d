// Makes passes.json from fixed seeds: `node vectors/passes/make.ts`.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { base64Encode } from '@cabildo/book';
import { signerFromSeed } from '@cabildo/book/node';
import { type KeyList, type Pass, type PassFault, type Question, signPass, type Verdict } from '@cabildo/book';

const signerOf = (word: string) =>
  signerFromSeed(new Uint8Array(createHash('sha256').update(`cabildo vectors ${word}`).digest()));

const [block, withdrawn, stranger] = [signerOf('pass key'), signerOf('withdrawn pass key'), signerOf('stranger')];
const origin = 'el-alto.example/senkata';
const [day, night] = ['2026-11-22T06:00:00Z', '2026-11-22T18:00:00Z'];
const window = { from: '2026-11-21T00:00:00Z', until: '2026-11-29T00:00:00Z' };

const list: KeyList = {
  format: 'cabildo-passes/1',
  origin,
  body: 'Junta Senkata',
  head: { size: 61, at: '2026-11-22T05:40:12Z' },
  freshHours: 12,
  keys: [
    { name: 'K7F3', key: base64Encode(block.publicKey), ...window, cargoes: ['oxygen', 'water', 'goods'], closures: [12, 15, 30] },
    { name: 'W1TH', key: base64Encode(withdrawn.publicKey), ...window, cargoes: ['oxygen', 'goods'], closures: [12], withdrawn: '2026-11-22T01:00:00Z' },
  ],
  closures: [
    { number: 12, name: 'Puente Vela' },
    { number: 15, name: 'Cruce Ventilla' },
    { number: 30, name: 'Apaña' },
  ],
  revoked: [{ pass: 'REV0KED1', at: '2026-11-22T05:00:00Z' }],
};

const goods: Pass = { key: 'K7F3', id: 'P4Q8ZK1M', cargo: 'goods', vehicle: '4213ABC', from: day, until: night, closures: [12, 15] };
const oxygen: Pass = { ...goods, id: '0XYGEN22', cargo: 'oxygen' };
const any: Pass = { ...goods, id: 'ANYCAR00', cargo: 'water', vehicle: null, closures: [30] };
const longest: Pass = { ...goods, id: 'ZZZZZZZZ', vehicle: 'ABCDEF1234', closures: [99990, 99991, 99992, 99993, 99994, 99995] };

const text = (pass: Pass, signer = block, from = origin): string => signPass(pass, from, signer);

const goodCase = (about: string, pass: Pass) => ({ about, text: text(pass), pass });

const written = text(goods);
/** The last character holds two bits of the signature and three of padding. */
const padded = `${written.slice(0, -1)}${written.endsWith('Z') ? 'Y' : 'Z'}`;

const unreadable = (about: string, given: string, fault: PassFault) => ({ about, text: given, fault });
const [head, tail] = [written.split(' ').slice(0, -1), written.split(' ').at(-1) ?? ''];
const withPart = (at: number, part: string) => [...head.slice(0, at), part, ...head.slice(at + 1), tail].join(' ');

type Asked = Omit<Question, 'at'> & { readonly at?: string };
const judged = (about: string, asked: Asked, answer: Verdict['answer'], finding: Verdict['finding']) => ({
  about,
  question: { at: '2026-11-22T06:30:00Z', ...asked },
  answer,
  finding,
});

const here = { origin, number: 12 };
const lastHour = { from: '2026-11-22T04:00:00Z', until: '2026-11-22T05:00:00Z' };

export const passVectors = () => ({
  comment: 'Safe-conducts, how they are read and what a road block answers; see README.md',
  list,
  good: [
    goodCase('goods for one vehicle, two closures', goods),
    goodCase('oxygen', oxygen),
    goodCase('any vehicle or none, one closure', any),
    goodCase('as long as a pass can be: six closures of five digits and a plate of ten', longest),
  ],
  unreadable: [
    unreadable('nothing', '', 'not-a-pass'),
    unreadable('another QR code', 'https://example.org/', 'not-a-pass'),
    unreadable('a later format', written.replace('CABILDO1', 'CABILDO2'), 'other-version'),
    unreadable('cut off', head.join(' '), 'parts'),
    unreadable('a letter that is not in the alphabet', withPart(1, 'K7U3'), 'key'),
    unreadable('a name too short', withPart(2, 'P4Q8ZK1'), 'id'),
    unreadable('no such cargo', withPart(3, 'XX'), 'cargo'),
    unreadable('a plate with a hyphen', withPart(4, '4213-ABC'), 'vehicle'),
    unreadable('the 31st of November', withPart(5, '2611310600-2612010600'), 'time'),
    unreadable('ends when it begins', withPart(5, '2611220600-2611220600'), 'window'),
    unreadable('closures that do not rise', withPart(6, '15.12'), 'closures'),
    unreadable('a closure with a leading zero', withPart(6, '012'), 'closures'),
    unreadable('padding bits that are not zero', padded, 'signature'),
    unreadable('a signature too short', written.slice(0, -2), 'signature'),
    unreadable('longer than a pass may be', withPart(6, '99999990.99999991.99999992.99999993.99999994'), 'too-long'),
  ],
  judged: [
    judged('in its window, at its closure', { text: written, block: here, vehicle: '4213-ABC' }, 'valid', 'valid'),
    judged('typed by hand: lower case, O for 0, l for 1', { text: `cabildo1 k7f3 p4q8zklm${written.slice(22).toLowerCase()}` }, 'valid', 'valid'),
    judged('the first second', { text: written, at: day }, 'valid', 'valid'),
    judged('the last second is outside', { text: written, at: night }, 'not-valid', 'expired'),
    judged('too early', { text: written, at: '2026-11-22T05:59:59Z' }, 'not-valid', 'not-yet'),
    judged('another closure of the same body', { text: written, block: { origin, number: 30 } }, 'not-valid', 'wrong-closure'),
    judged('the same number in another body’s book', { text: written, block: { origin: 'el-alto.example/apana', number: 12 } }, 'not-valid', 'wrong-closure'),
    judged('another vehicle', { text: written, vehicle: '9999XYZ' }, 'not-valid', 'wrong-vehicle'),
    judged('any vehicle', { text: text(any), vehicle: '9999XYZ' }, 'valid', 'valid'),
    judged('another cargo, no life', { text: written, cargo: 'water' }, 'not-valid', 'wrong-cargo'),
    judged('another cargo, and it is life', { text: written, cargo: 'oxygen' }, 'let-pass', 'wrong-cargo'),
    judged('oxygen on the paper, goods on the lorry', { text: text(oxygen), cargo: 'goods' }, 'not-valid', 'wrong-cargo'),
    judged('revoked', { text: text({ ...goods, id: 'REV0KED1' }) }, 'not-valid', 'revoked'),
    judged('revoked, and life', { text: text({ ...oxygen, id: 'REV0KED1' }) }, 'let-pass', 'revoked'),
    judged('expired, and life', { text: text({ ...oxygen, ...lastHour }) }, 'let-pass', 'expired'),
    judged('a key that nobody here knows', { text: text({ ...goods, key: 'N0NE' }, stranger) }, 'not-valid', 'unknown-issuer'),
    judged('a key that nobody here knows, and life', { text: text({ ...oxygen, key: 'N0NE' }, stranger) }, 'let-pass', 'unknown-issuer'),
    judged('signed by somebody else under a known name', { text: text(goods, stranger) }, 'not-valid', 'forged'),
    judged('signed for another book', { text: text(goods, block, 'el-alto.example/apana') }, 'not-valid', 'forged'),
    judged('a changed plate', { text: written.replace('4213ABC', '4213ABD') }, 'not-valid', 'forged'),
    judged('a forged paper, and life', { text: text(oxygen, stranger) }, 'let-pass', 'forged'),
    judged('the key was withdrawn', { text: text({ ...goods, key: 'W1TH', closures: [12] }, withdrawn) }, 'not-valid', 'key-withdrawn'),
    judged('a closure that the key may not open', { text: text({ ...goods, closures: [12, 99] }) }, 'not-valid', 'beyond-key'),
    judged('a cargo that the key may not grant', { text: text({ ...goods, cargo: 'funerals' }) }, 'not-valid', 'beyond-key'),
    judged('a window beyond the key’s', { text: text({ ...goods, until: '2026-11-30T00:00:00Z' }) }, 'not-valid', 'beyond-key'),
    judged('no paper, nobody has said what it carries', {}, 'ask-cargo', 'no-document'),
    judged('no paper, a patient', { cargo: 'patients' }, 'let-pass', 'no-document'),
    judged('no paper, goods', { cargo: 'goods' }, 'not-valid', 'no-document'),
    judged('a torn paper', { text: 'CABILDO1 K7F3 P4Q' }, 'ask-cargo', 'misread'),
    judged('a torn paper on which oxygen can still be read', { text: 'CABILDO1 K7F3 P4Q8ZK1M OX 42' }, 'let-pass', 'misread'),
    judged('a later format', { text: written.replace('CABILDO1', 'CABILDO2') }, 'not-valid', 'other-version'),
  ],
});

export const writePassVectors = (): string => `${JSON.stringify(passVectors(), null, 2)}\n`;

if (import.meta.main) writeFileSync(join(import.meta.dirname, 'passes.json'), writePassVectors());
