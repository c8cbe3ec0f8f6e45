// Medusa's promotion module: its real computeActions. Only the service that reads the database is ours: it hands over
// the promotions from memory. A brand is a collection there, a tier a group of customers.
'use strict';
const { discountsOf, factsOf, matches, percentOff, sumOf } = require('./workload.cjs');

const kOften = 100;  // for 'at most so many pieces', which Medusa wants to be told

const rule = (attribute, operator, values) =>
  ({ attribute, operator, values: values.map((value) => ({ value: String(value) })) });

const targetsOf = (offer) => {
  if (offer.products) return [rule('items.product.id', 'in', offer.products)];
  if (offer.category !== undefined) return [rule('items.product.categories.id', 'in', [offer.category])];
  if (offer.brand !== undefined) return [rule('items.product.collection_id', 'in', [offer.brand])];
  return [];
};

const valueOf = (offer) => ({ minus: offer.value, '2+1': 100 })[offer.kind] ?? percentOff(offer);

const promotionOf = (offer, number) => {
  const wholeBill = offer.kind === 'bill';
  const buyGet = offer.kind === '2+1';
  const target_rules = targetsOf(offer);
  const rules = [rule('customer.groups.id', 'in', offer.tiers)];
  if (wholeBill) rules.push(rule('subtotal', 'gte', [offer.threshold]));
  return {
    id: `promotion_${number}`,
    code: `P${number}`,
    type: buyGet ? 'buyget' : 'standard',
    is_automatic: false,
    rules,
    application_method: {
      type: offer.kind === 'minus' ? 'fixed' : 'percentage',
      value: valueOf(offer),
      currency_code: 'cny',
      target_type: wholeBill ? 'order' : 'items',
      allocation: wholeBill ? 'across' : 'each',
      max_quantity: kOften,
      target_rules,
      ...(buyGet && { buy_rules: target_rules, buy_rules_min_quantity: 2, apply_to_quantity: 1 }),
    },
  };
};

const contextOf = ({ items, tier }) => ({
  currency_code: 'cny',
  subtotal: sumOf(items),
  customer: { id: 'member', groups: [{ id: String(tier) }] },
  items: items.map((item) => ({
    id: String(item.product),
    quantity: item.pieces,
    subtotal: item.unit * item.pieces,
    product: {
      id: String(item.product),
      collection_id: String(item.brand),
      categories: [{ id: String(item.category) }],
    },
  })),
});

// Two pieces are bought and the next is free, the dearest lines first and as often as it goes. What another offer took
// as bought may not be bought again, nor what it gave be given again.
const giveFree = (lines, offer) => {
  const mine = lines.filter((line) => matches(offer, line)).sort((a, b) => b.unit * b.pieces - a.unit * a.pieces);
  const used = mine.map((line) => ({ line, buy: line.toBuy, give: line.toGive }));
  while (used.reduce((sum, { buy }) => sum + buy, 0) >= 2) {
    let missing = 2;
    for (const entry of used) {
      entry.now = Math.max(0, Math.min(entry.buy, missing));
      missing -= entry.now;
    }
    const gift = used.find(({ give, now }) => give > now);
    if (missing > 0 || !gift) break;
    for (const entry of used) {
      const given = entry === gift ? 1 : 0;
      entry.buy -= entry.now + given;
      entry.give -= entry.now + given;
      entry.line.toBuy -= entry.now;
      entry.line.toGive -= given;
      entry.line.left -= given * entry.line.unit;
    }
  }
};

// The highest value first, each off what the ones before left.
const takeOff = (lines, offer) => {
  for (const line of lines.filter((fact) => matches(offer, fact)))
    line.left -= offer.kind === 'minus' ? Math.min(offer.value * line.pieces, line.left)
                                        : line.left * percentOff(offer) / 100;
};

const expectedOf = (run) => {
  const lines = factsOf(run).map((fact) =>
    ({ ...fact, left: fact.unit * fact.pieces, toBuy: fact.pieces, toGive: fact.pieces }));
  const [gifts, others] = [true, false].map((gift) => discountsOf(run).filter(({ kind }) => (kind === '2+1') === gift));
  for (const offer of gifts) giveFree(lines, offer);
  for (const offer of others.sort((a, b) => valueOf(b) - valueOf(a))) takeOff(lines, offer);
  return sumOf(run.items) - lines.reduce((sum, { left }) => sum + left, 0);
};

const prepare = ({ default: { service: Service } }, run) => {
  const promotions = discountsOf(run).map(promotionOf);
  const service = new Service({
    baseRepository: { getFreshManager: () => ({}) },
    promotionService: { list: async () => promotions },
  });
  const codes = promotions.map(({ code }) => code);
  const context = contextOf(run);
  const price = async () => {
    const actions = await service.computeActions(codes, context, { prevent_auto_promotions: true });
    return actions.reduce((sum, { amount }) => sum + Number(amount), 0);
  };
  return { price, expected: expectedOf(run) };
};

// A shop's database leaves out what cannot fit, for promotions that need no code. That is its work, not measured here.
const fitting = (run) => {
  const facts = factsOf(run);
  return { ...run, offers: run.offers.filter((offer) => facts.some((fact) => matches(offer, fact))) };
};

module.exports = {
  name: 'Medusa promotion',
  package: '@medusajs/promotion',
  install: '--ignore-scripts --legacy-peer-deps @medusajs/promotion@2.21.2 @medusajs/framework@2.21.2',
  ways: { 'no points': prepare, 'no points, fitting': (library, run) => prepare(library, fitting(run)) },
};
