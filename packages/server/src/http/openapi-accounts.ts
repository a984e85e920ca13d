import { count, hash, list, object, orNull, text, time } from './openapi-shapes.ts';

const yesNo = { type: 'boolean' } as const;
const amount = { type: 'integer', description: 'In the smallest parts of the money' } as const;
const day = { type: 'string', format: 'date' } as const;
const outcome = { enum: ['approved', 'rejected'] } as const;

export const accountsComponents = {
  Accounts: object({
    today: { ...day, description: 'In the hall' },
    offsetMinutes: { type: 'integer' },
    noticeHours: count,
    closed: { ...orNull(day), description: 'Up to that day the assembly has approved the accounts' },
    mayBook: yesNo,
    commodities: list(object({ symbol: text, title: text, decimals: count })),
    accounts: list(text),
    opening: { ...orNull(text), description: 'The account of what there was before, until the first report' },
    entries: {
      ...list(
        object({
          act: count,
          day,
          words: text,
          lines: list(object({ account: text, commodity: text, amount })),
          reversed: yesNo,
          single: { type: 'boolean', description: 'A second officer has to sign it still' },
          own: { type: 'boolean', description: 'Whoever asks has booked it' },
        }),
      ),
      description: 'The latest first',
    },
    report: {
      ...orNull(
        object({
          entry: count,
          until: day,
          entries: count,
          single: count,
          sums: list(
            object({
              commodity: text,
              assets: amount,
              liabilities: amount,
              equity: amount,
              before: amount,
              income: amount,
              expenses: amount,
            }),
          ),
        }),
      ),
      description: 'What a report up to now would say',
    },
    judged: orNull(object({ act: count, until: day, outcome })),
    sittings: list(
      object({
        sitting: count,
        place: text,
        startsAt: time,
        opened: yesNo,
        items: list(object({ title: text, textHash: orNull(hash) })),
        tabled: yesNo,
      }),
    ),
  }),
} as const;
