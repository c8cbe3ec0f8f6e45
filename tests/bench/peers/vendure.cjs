// Vendure: its real OrderCalculator.applyPriceAdjustments, orders, lines and promotions; no tax rate, no shipping.
// Its own actions where they read no database; category, brand and tiers are small ones of ours, as its shops add them.
'use strict';
const { discountsOf, factsOf, matches, percentOff, sumOf } = require('./workload.cjs');

const definition = (code, args) => ({ code, args, description: [{ languageCode: 'en', value: code }] });

const ownParts = ({ PromotionCondition, PromotionItemAction }) => ({
  tiers: new PromotionCondition({
    ...definition('tiers', { bits: { type: 'int' } }),
    check: (context, order, { bits }) => (bits >> context.tier & 1) === 1,
  }),
  categoryRate: new PromotionItemAction({
    ...definition('category_rate', { category: { type: 'int' }, discount: { type: 'float' } }),
    execute: (context, line, { category, discount }) =>
      line.productVariant.category === category ? -line.unitPriceWithTax * (discount / 100) : 0,
  }),
  brandMinus: new PromotionItemAction({
    ...definition('brand_minus', { brand: { type: 'int' }, minus: { type: 'int' } }),
    execute: (context, line, { brand, minus }) => (line.productVariant.brand === brand ? -minus : 0),
  }),
});

const use = ({ code }, values = {}) => ({
  code,
  args: Object.entries(values).map(([name, value]) => ({ name, value: JSON.stringify(value) })),
});

const partsOf = (core, own, offer) => {
  const discount = percentOff(offer);
  const ids = offer.products?.map(String);
  const tiers = use(own.tiers, { bits: offer.tiers.reduce((bits, tier) => bits | 1 << tier, 0) });
  switch (offer.kind) {
    case 'bill':
      return {
        conditions: [tiers, use(core.minimumOrderAmount, { amount: offer.threshold, taxInclusive: true })],
        actions: [use(core.orderPercentageDiscount, { discount })],
      };
    case '2+1': {
      const pieces = { amountX: 2, variantIdsX: ids, amountY: 1, variantIdsY: ids };
      return {
        conditions: [tiers, use(core.buyXGetYFreeCondition, pieces)],
        actions: [use(core.buyXGetYFreeAction)],
      };
    }
    case 'minus':
      return { conditions: [tiers], actions: [use(own.brandMinus, { brand: offer.brand, minus: offer.value })] };
    default:
      return {
        conditions: [tiers],
        actions: [ids ? use(core.productsPercentageDiscount, { discount, productVariantIds: ids })
                      : use(own.categoryRate, { category: offer.category, discount })],
      };
  }
};

const promotionsOf = (core, run) => {
  const own = ownParts(core);
  const known = {
    promotionConditions: [own.tiers, core.minimumOrderAmount, core.buyXGetYFreeCondition],
    promotionActions: [own.categoryRate, own.brandMinus, core.productsPercentageDiscount, core.buyXGetYFreeAction,
                       core.orderPercentageDiscount],
  };
  return discountsOf(run).map((offer, number) =>
    new core.Promotion({ id: number + 1, enabled: true, ...known, ...partsOf(core, own, offer) }));
};

const orderOf = (core, { items }, noTax) => {
  const line = ({ product, category, brand, pieces, unit }, number) =>
    new core.OrderLine({
      id: number + 1,
      quantity: pieces,
      orderPlacedQuantity: 0,
      listPrice: unit,
      listPriceIncludesTax: true,
      taxCategoryId: 1,
      taxLines: [noTax.apply()],
      adjustments: [],
      productVariant: { id: product, category, brand },
    });
  return new core.Order({ lines: items.map(line), couponCodes: [], surcharges: [], shippingLines: [], taxZoneId: 1 });
};

// Every offer of a line is reckoned from its list price, one after the other, down to nothing. One piece is free, of
// the cheapest line, once two were bought. Offers of the bill come last, on what is left of it.
const expectedOf = (run) => {
  const lines = factsOf(run).map((fact) => ({ ...fact, left: fact.unit * fact.pieces }));
  const offers = discountsOf(run);
  const takeOff = (line, amount) => { line.left -= Math.min(line.left, amount); };
  for (const offer of offers) {
    const mine = lines.filter((line) => matches(offer, line));
    if (offer.kind === 'rate')
      for (const line of mine) takeOff(line, -Math.round(-line.unit * (percentOff(offer) / 100) * line.pieces));
    if (offer.kind === 'minus')
      for (const line of mine) takeOff(line, offer.value * line.pieces);
    if (offer.kind === '2+1' && mine.reduce((sum, { pieces }) => sum + pieces, 0) >= 2) {
      const [cheapest] = mine.sort((a, b) => a.unit - b.unit);
      takeOff(cheapest, cheapest.unit);
    }
  }
  let left = lines.reduce((sum, line) => sum + line.left, 0);
  for (const offer of offers.filter(({ kind }) => kind === 'bill'))
    if (offer.tiers.includes(run.tier) && left >= offer.threshold)
      left += Math.round(-left * (percentOff(offer) / 100));
  return sumOf(run.items) - left;
};

const prepare = (core, run) => {
  const noTax = new core.TaxRate({ name: 'none', value: 0 });
  const taxOptions = {
    taxZoneStrategy: new core.DefaultTaxZoneStrategy(),
    taxLineCalculationStrategy: new core.DefaultTaxLineCalculationStrategy(),
  };
  const zones = { getAllWithMembers: async () => [] };
  const rates = { getApplicableTaxRate: async () => noTax };
  const cache = { get: (context, key, make) => make() };
  const calculator = new core.OrderCalculator({ taxOptions }, zones, rates, undefined, undefined, cache);
  const context = { tier: run.tier, channel: { pricesIncludeTax: true, defaultTaxZone: { id: 1 } } };
  const promotions = promotionsOf(core, run);
  const price = async () => {
    const order = orderOf(core, run, noTax);
    await calculator.applyPriceAdjustments(context, order, promotions, [], { recalculateShipping: false });
    return sumOf(run.items) - order.subTotalWithTax;
  };
  return { price, expected: expectedOf(run) };
};

module.exports = {
  name: 'Vendure core',
  package: '@vendure/core',
  install: '--ignore-scripts --legacy-peer-deps @vendure/core@3.4.0',
  ways: { 'no points': prepare },
};
