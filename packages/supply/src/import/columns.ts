/** What the columns of a table are called, in the words of the JSON and in Spanish, and what stands in them. */
export type Column = {
  readonly name: string;
  readonly also: readonly string[];
  /** `amount` may have no separator of thousands that could be taken for a decimal point; `degrees` often have three decimals. */
  readonly kind: 'text' | 'moment' | 'amount' | 'degrees' | 'flag' | 'list';
  readonly isRequired: boolean;
};

export const tableNames = ['items', 'sites', 'needs', 'stocks', 'vehicles', 'closures'] as const;
export type TableName = (typeof tableNames)[number];

const column = (words: string, kind: Column['kind'], isRequired = false): Column => {
  const [name = '', ...also] = words.split(' ');
  return { name, also, kind, isRequired };
};
const must = true;

const place = [column('lon longitud', 'degrees'), column('lat latitud', 'degrees')];
const moments = [column('from desde', 'moment'), column('until hasta', 'moment')];
const siteAndItem = [column('site lugar', 'text', must), column('item bien', 'text', must)];

export const columnsOf: Readonly<Record<TableName, readonly Column[]>> = {
  items: [
    column('id bien', 'text', must),
    column('unit unidad', 'text'),
    column('indivisible', 'flag'),
    column('perishable perecedero', 'flag'),
    column('cold frio', 'flag'),
    column('carried transportado', 'flag'),
    column('cargo carga', 'text'),
    column('standard norma', 'amount'),
    column('size tamano', 'amount'),
  ],
  sites: [
    column('id lugar', 'text', must),
    ...place,
    column('people personas', 'amount'),
    column('class clase', 'amount'),
    column('weight peso', 'amount'),
  ],
  needs: [
    ...siteAndItem,
    column('amount cantidad', 'amount'),
    ...moments,
    column('floor piso', 'amount'),
    column('ceiling techo', 'amount'),
  ],
  stocks: [...siteAndItem, column('amount cantidad', 'amount', must), ...moments],
  vehicles: [
    column('id vehiculo', 'text', must),
    column('at lugar', 'text', must),
    column('capacity capacidad', 'amount', must),
    column('hours horas', 'amount', must),
    column('cargo carga', 'list'),
    column('cold frio', 'flag'),
  ],
  closures: [
    column('id corte', 'text', must),
    column('lon longitud', 'degrees', must),
    column('lat latitud', 'degrees', must),
    column('since desde', 'text'),
    column('until hasta', 'moment'),
    column('reportedBy informadoPor', 'text'),
    column('decidedBy decididoPor', 'text'),
    column('confirmed confirmado', 'flag'),
  ],
};

/** As people write a head: `Tamaño`, `informado por`. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f\s_-]/g, '')
    .toLowerCase();

export const columnNamed = (table: TableName, name: string): Column | undefined =>
  columnsOf[table].find((one) => [one.name, ...one.also].some((word) => plain(word) === plain(name)));
