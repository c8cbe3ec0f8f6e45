// What an offer of P1 asks of a line, and what the peers' results are compared with.
'use strict';

const conditionOf = (offer) => {
  if (offer.products) return { field: 'product', among: offer.products };
  if (offer.category !== undefined) return { field: 'category', among: [offer.category] };
  if (offer.brand !== undefined) return { field: 'brand', among: [offer.brand] };
  return { field: 'sum', from: offer.threshold };
};

const sumOf = (items) => items.reduce((sum, item) => sum + item.unit * item.pieces, 0);

const factsOf = ({ items, tier }) => items.map((item) => ({ ...item, tier, sum: sumOf(items) }));

const matches = (offer, fact) => {
  const { field, among, from } = conditionOf(offer);
  return offer.tiers.includes(fact.tier) && (among ? among.includes(fact[field]) : fact[field] >= from);
};

const matchCount = (run) =>
  factsOf(run).reduce((count, fact) => count + run.offers.filter((offer) => matches(offer, fact)).length, 0);

// Shops know no offers of points.
const discountsOf = (run) => run.offers.filter(({ kind }) => kind !== 'points');

// A rate of P1 is what is paid, in basis points; shops ask for what is taken off.
const percentOff = (offer) => (10000 - offer.value) / 100;

module.exports = { conditionOf, sumOf, factsOf, matches, matchCount, discountsOf, percentOff };
