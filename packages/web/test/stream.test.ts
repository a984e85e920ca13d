import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventLines } from '../src/shell/stream.ts';

const text = [
  'retry: 2000\n\n',
  ':\n\n',
  'id: 7\nevent: act\ndata: {"act":"VoteOpened","index":7}\n\n',
  'event: live\r\ndata: {"size":8}\r\n\r\n',
  'data: one\ndata: two\n\n',
].join('');

const expected = [
  { event: 'act', data: '{"act":"VoteOpened","index":7}', id: 7 },
  { event: 'live', data: '{"size":8}', id: null },
  { event: '', data: 'one\ntwo', id: null },
];

test('events are read whole, wherever the network cuts the text', () => {
  for (let at = 0; at <= text.length; at++) {
    const seen: unknown[] = [];
    const lines = new EventLines((event) => seen.push(event));
    lines.add(text.slice(0, at));
    lines.add(text.slice(at));
    assert.deepEqual(seen, expected, `cut at ${at}`);
  }
});

test('half an event says nothing', () => {
  const seen: unknown[] = [];
  new EventLines((event) => seen.push(event)).add('event: act\ndata: {}\n');
  assert.deepEqual(seen, []);
});
