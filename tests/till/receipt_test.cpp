#include "core/sale/receipt.hpp"
#include "core/till/entry_text.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using base::Money;

TEST_CASE("a receipt fits its paper, Han characters counted as two columns (M7)") {
  sale::Receipt receipt;
  receipt.receipt_no = "0001-03-1-000017";
  receipt.store_name = "人民路店";
  receipt.operator_name = "李";
  receipt.at = *base::LocalTime::parse("2025-03-12T10:15:00");
  receipt.lines = {{"超长名称的商品用来看看小票会不会把它折到下一行去", "", "件", base::Quantity(2000), Money(995),
                    Money(1990), Money(1791), "TIER"}};
  receipt.gross = Money(1990);
  receipt.savings.price = Money(199);
  receipt.rounding = Money(1);
  receipt.total = Money(1790);
  receipt.tenders = {{"CASH", Money(1790), Money(2000)}};
  receipt.change = Money(210);
  sale::ReceiptMember member;
  member.member_no = "******0017";
  member.tier_name = "黄金会员";
  member.earned = base::Points(1);
  member.balance = base::Points(124);
  member.next_tier_name = "白金会员";
  member.missing_points = base::Points(54);
  receipt.member = member;

  for (const int columns : {32, 48}) {
    for (const auto language : {sale::ReceiptLanguage::Chinese, sale::ReceiptLanguage::English}) {
      const std::string text = sale::renderText(receipt, language, columns);
      int used = 0;
      for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == '\n')
          used = 0;
        else if (byte < 0x80)
          used += 1;
        else if (byte >= 0xE0)
          used += 2;
        else if (byte >= 0xC0)
          used += 1;
        CHECK(used <= columns);
      }
    }
  }
  const std::string text = sale::renderText(receipt, sale::ReceiptLanguage::Chinese, 32);
  for (const char* part :
       {"人民路店", "17.91", "-1.99", "¥17.90", "2.10", "黄金会员", "再积 54 分升白金会员", "2025-03-12 10:15"}) {
    CHECK(text.find(part) != std::string::npos);
  }
}

TEST_CASE("what a cashier types: quantity, star, code") {
  CHECK(till::parseEntry(" 3*692 ")->quantity == base::Quantity(3000));
  CHECK(till::parseEntry("3*692")->code == "692");
  CHECK(till::parseEntry("0.786*2001")->quantity == base::Quantity(786));
  CHECK(till::parseEntry("3*")->code.empty());
  CHECK_FALSE(till::parseEntry("692")->quantity);
  for (const char* wrong : {"*", "0*1", "-1*1", "1.2345*1", "a*1", "99999999*1", "1e3*1"})
    CHECK_FALSE(till::parseEntry(wrong));
}

TEST_CASE("quick amounts are the due amount and the notes above it") {
  CHECK(till::quickAmounts(Money(11400)) ==
        std::vector<Money>{Money(11400), Money(11500), Money(12000), Money(15000), Money(20000), Money(50000)});
  CHECK(till::quickAmounts(Money(10000)).front() == Money(10000));
}
