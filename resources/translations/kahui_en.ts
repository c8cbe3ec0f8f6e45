<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>KeyMap</name>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Find item</source>
        <translation>Find item</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Empty bill</source>
        <translation>Empty bill</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Selling</source>
        <translation>Selling</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>adds the item, from any place</source>
        <translation>adds the item, from any place</translation>
    </message>
    <message>
        <source>item number, barcode or member&apos;s phone</source>
        <translation>item number, barcode or member&apos;s phone</translation>
    </message>
    <message>
        <source>find an item by name or first letters</source>
        <translation>find an item by name or first letters</translation>
    </message>
    <message>
        <source>quantity of the chosen line</source>
        <translation>quantity of the chosen line</translation>
    </message>
    <message>
        <source>remove the chosen line</source>
        <translation>remove the chosen line</translation>
    </message>
    <message>
        <source>empty the bill</source>
        <translation>empty the bill</translation>
    </message>
    <message>
        <source>choose a line; PgUp and PgDn go further</source>
        <translation>choose a line; PgUp and PgDn go further</translation>
    </message>
    <message>
        <source>take the last change back</source>
        <translation>take the last change back</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>tap it at any time while items are scanned</source>
        <translation>tap it at any time while items are scanned</translation>
    </message>
    <message>
        <source>Paying</source>
        <translation>Paying</translation>
    </message>
    <message>
        <source>cash: due, received, change</source>
        <translation>cash: due, received, change</translation>
    </message>
    <message>
        <source>one step back, never loses the bill</source>
        <translation>one step back, never loses the bill</translation>
    </message>
    <message>
        <source>on the receipt: next sale; a scan does it too</source>
        <translation>on the receipt: next sale; a scan does it too</translation>
    </message>
    <message>
        <source>last receipt</source>
        <translation>last receipt</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>language, colours, lock, sign out</source>
        <translation>language, colours, lock, sign out</translation>
    </message>
    <message>
        <source>lock the till; the bill stays</source>
        <translation>lock the till; the bill stays</translation>
    </message>
    <message>
        <source>moves to the next button; Space presses it</source>
        <translation>moves to the next button; Space presses it</translation>
    </message>
    <message>
        <source>this help</source>
        <translation>this help</translation>
    </message>
    <message>
        <source>before a code: 3 pieces; alone: chosen line to 3</source>
        <translation>before a code: 3 pieces; alone: chosen line to 3</translation>
    </message>
    <message>
        <source>find a member by phone, or take one off</source>
        <translation>find a member by phone, or take one off</translation>
    </message>
    <message>
        <source>pays once; no amount typed: the exact sum</source>
        <translation>pays once; no amount typed: the exact sum</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>The cash is %1 short.</source>
        <translation>The cash is %1 short.</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s), then try again.</source>
        <translation>
            <numerusform>Wait %n second, then try again.</numerusform>
            <numerusform>Wait %n seconds, then try again.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hello, %1. Scan the first item, or tap a card.</source>
        <translation>Hello, %1. Scan the first item, or tap a card.</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Added: %1</translation>
    </message>
    <message>
        <source>%1: quantity %2</source>
        <translation>%1: quantity %2</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Removed: %1</translation>
    </message>
    <message>
        <source>The bill was emptied.</source>
        <translation>The bill was emptied.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Taken back.</translation>
    </message>
    <message>
        <source>Member %1; prices are up to date.</source>
        <translation>Member %1; prices are up to date.</translation>
    </message>
    <message>
        <source>Sale without a member; prices are up to date.</source>
        <translation>Sale without a member; prices are up to date.</translation>
    </message>
    <message>
        <source>Paid and saved. Receipt %1</source>
        <translation>Paid and saved. Receipt %1</translation>
    </message>
    <message>
        <source>The card reader is ready.</source>
        <translation>The card reader is ready.</translation>
    </message>
    <message>
        <source>A card was shown, but it cannot be used at this step.</source>
        <translation>A card was shown, but it cannot be used at this step.</translation>
    </message>
    <message>
        <source>Show it again while items are being scanned.</source>
        <translation>Show it again while items are being scanned.</translation>
    </message>
    <message>
        <source>Plug the card reader in.</source>
        <translation>Plug the card reader in.</translation>
    </message>
    <message>
        <source>The card service does not run: call support.</source>
        <translation>The card service does not run: call support.</translation>
    </message>
    <message>
        <source>Close the other program that uses the reader.</source>
        <translation>Close the other program that uses the reader.</translation>
    </message>
    <message>
        <source>This user may not use the reader: call support.</source>
        <translation>This user may not use the reader: call support.</translation>
    </message>
    <message>
        <source>Unplug the reader, wait a moment and plug it in again.</source>
        <translation>Unplug the reader, wait a moment and plug it in again.</translation>
    </message>
    <message>
        <source>The card reader is gone.</source>
        <translation>The card reader is gone.</translation>
    </message>
    <message>
        <source>The card reader is gone: %1</source>
        <translation>The card reader is gone: %1</translation>
    </message>
    <message>
        <source>Selling goes on; find members by phone with F2.</source>
        <translation>Selling goes on; find members by phone with F2.</translation>
    </message>
    <message>
        <source>%1 Until then find members by phone with F2.</source>
        <translation>%1 Until then find members by phone with F2.</translation>
    </message>
    <message>
        <source>This is a bank card; nothing was read from it.</source>
        <translation>This is a bank card; nothing was read from it.</translation>
    </message>
    <message>
        <source>Ask for the member card.</source>
        <translation>Ask for the member card.</translation>
    </message>
    <message>
        <source>This is a phone or a bank card, not a member card.</source>
        <translation>This is a phone or a bank card, not a member card.</translation>
    </message>
    <message>
        <source>Ask for the member card, or find the member by phone with F2.</source>
        <translation>Ask for the member card, or find the member by phone with F2.</translation>
    </message>
    <message>
        <source>The card was taken away too early.</source>
        <translation>The card was taken away too early.</translation>
    </message>
    <message>
        <source>Lay it down again and hold it still.</source>
        <translation>Lay it down again and hold it still.</translation>
    </message>
    <message>
        <source>The card cannot be read.</source>
        <translation>The card cannot be read.</translation>
    </message>
    <message>
        <source>Try once more, then find the member by phone with F2.</source>
        <translation>Try once more, then find the member by phone with F2.</translation>
    </message>
    <message>
        <source>This card is not genuine.</source>
        <translation>This card is not genuine.</translation>
    </message>
    <message>
        <source>Give no benefits on it and call the shift leader.</source>
        <translation>Give no benefits on it and call the shift leader.</translation>
    </message>
    <message>
        <source>This code was used before.</source>
        <translation>This code was used before.</translation>
    </message>
    <message>
        <source>Ask the customer for a fresh code.</source>
        <translation>Ask the customer for a fresh code.</translation>
    </message>
    <message>
        <source>This card was never made ready for this shop.</source>
        <translation>This card was never made ready for this shop.</translation>
    </message>
    <message>
        <source>Exchange it at the service desk.</source>
        <translation>Exchange it at the service desk.</translation>
    </message>
    <message>
        <source>An item was scanned while money is counted; it was not added.</source>
        <translation>An item was scanned while money is counted; it was not added.</translation>
    </message>
    <message>
        <source>Finish the payment, or press Esc to go back and scan it again.</source>
        <translation>Finish the payment, or press Esc to go back and scan it again.</translation>
    </message>
    <message>
        <source>This is not an amount of money.</source>
        <translation>This is not an amount of money.</translation>
    </message>
    <message>
        <source>Type the cash received, for example 100 or 52.50.</source>
        <translation>Type the cash received, for example 100 or 52.50.</translation>
    </message>
    <message>
        <source>This is not a quantity.</source>
        <translation>This is not a quantity.</translation>
    </message>
    <message>
        <source>Type a number above zero, for example 3 or 0.5.</source>
        <translation>Type a number above zero, for example 3 or 0.5.</translation>
    </message>
    <message>
        <source>No line is chosen.</source>
        <translation>No line is chosen.</translation>
    </message>
    <message>
        <source>Scan an item, or choose a line with the arrow keys.</source>
        <translation>Scan an item, or choose a line with the arrow keys.</translation>
    </message>
    <message>
        <source>This entry cannot be read.</source>
        <translation>This entry cannot be read.</translation>
    </message>
    <message>
        <source>Check it and type it again.</source>
        <translation>Check it and type it again.</translation>
    </message>
    <message>
        <source>This number is outside the allowed range.</source>
        <translation>This number is outside the allowed range.</translation>
    </message>
    <message>
        <source>Check the number and type it again.</source>
        <translation>Check the number and type it again.</translation>
    </message>
    <message>
        <source>The input has a field that is not known.</source>
        <translation>The input has a field that is not known.</translation>
    </message>
    <message>
        <source>Remove the field, or update the program.</source>
        <translation>Remove the field, or update the program.</translation>
    </message>
    <message>
        <source>No item has this code.</source>
        <translation>No item has this code.</translation>
    </message>
    <message>
        <source>Scan it again, or find it by name with F3.</source>
        <translation>Scan it again, or find it by name with F3.</translation>
    </message>
    <message>
        <source>This item is not for sale.</source>
        <translation>This item is not for sale.</translation>
    </message>
    <message>
        <source>Put it aside and ask the shift leader.</source>
        <translation>Put it aside and ask the shift leader.</translation>
    </message>
    <message>
        <source>This card is not known.</source>
        <translation>This card is not known.</translation>
    </message>
    <message>
        <source>Find the member by phone with F2, or go on without a card.</source>
        <translation>Find the member by phone with F2, or go on without a card.</translation>
    </message>
    <message>
        <source>No member has this number.</source>
        <translation>No member has this number.</translation>
    </message>
    <message>
        <source>Check the number with the customer, or go on without a member.</source>
        <translation>Check the number with the customer, or go on without a member.</translation>
    </message>
    <message>
        <source>This card is blocked.</source>
        <translation>This card is blocked.</translation>
    </message>
    <message>
        <source>Go on without it, and send the customer to the service desk.</source>
        <translation>Go on without it, and send the customer to the service desk.</translation>
    </message>
    <message>
        <source>This card was reported lost.</source>
        <translation>This card was reported lost.</translation>
    </message>
    <message>
        <source>Keep the card and call the shift leader.</source>
        <translation>Keep the card and call the shift leader.</translation>
    </message>
    <message>
        <source>This card was replaced by a new one.</source>
        <translation>This card was replaced by a new one.</translation>
    </message>
    <message>
        <source>Ask for the new card, or find the member by phone with F2.</source>
        <translation>Ask for the new card, or find the member by phone with F2.</translation>
    </message>
    <message>
        <source>This card was cancelled.</source>
        <translation>This card was cancelled.</translation>
    </message>
    <message>
        <source>This membership is suspended.</source>
        <translation>This membership is suspended.</translation>
    </message>
    <message>
        <source>This is not a full phone number.</source>
        <translation>This is not a full phone number.</translation>
    </message>
    <message>
        <source>Type all 11 digits.</source>
        <translation>Type all 11 digits.</translation>
    </message>
    <message>
        <source>More than one member has this number.</source>
        <translation>More than one member has this number.</translation>
    </message>
    <message>
        <source>Ask for the card, or type the member number.</source>
        <translation>Ask for the card, or type the member number.</translation>
    </message>
    <message>
        <source>No staff member has this code.</source>
        <translation>No staff member has this code.</translation>
    </message>
    <message>
        <source>Check the code and try again.</source>
        <translation>Check the code and try again.</translation>
    </message>
    <message>
        <source>Wrong PIN.</source>
        <translation>Wrong PIN.</translation>
    </message>
    <message>
        <source>Type it again; after several wrong tries the till waits.</source>
        <translation>Type it again; after several wrong tries the till waits.</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>Too many wrong PINs.</translation>
    </message>
    <message>
        <source>Wait a little, then try again.</source>
        <translation>Wait a little, then try again.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Nobody is signed in.</translation>
    </message>
    <message>
        <source>Sign in with staff code and PIN.</source>
        <translation>Sign in with staff code and PIN.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Your role does not allow this.</translation>
    </message>
    <message>
        <source>Ask the shift leader to sign in for it.</source>
        <translation>Ask the shift leader to sign in for it.</translation>
    </message>
    <message>
        <source>There is nothing to pay yet.</source>
        <translation>There is nothing to pay yet.</translation>
    </message>
    <message>
        <source>Scan the first item.</source>
        <translation>Scan the first item.</translation>
    </message>
    <message>
        <source>The bill has no room for another line.</source>
        <translation>The bill has no room for another line.</translation>
    </message>
    <message>
        <source>Take payment for this bill, then start the next.</source>
        <translation>Take payment for this bill, then start the next.</translation>
    </message>
    <message>
        <source>This line is no longer on the bill.</source>
        <translation>This line is no longer on the bill.</translation>
    </message>
    <message>
        <source>Choose a line and try again.</source>
        <translation>Choose a line and try again.</translation>
    </message>
    <message>
        <source>The cash is too little.</source>
        <translation>The cash is too little.</translation>
    </message>
    <message>
        <source>Take the rest and type the full amount, or press Esc to go back.</source>
        <translation>Take the rest and type the full amount, or press Esc to go back.</translation>
    </message>
    <message>
        <source>This bill cannot be paid in this way.</source>
        <translation>This bill cannot be paid in this way.</translation>
    </message>
    <message>
        <source>Press Esc and choose another way to pay.</source>
        <translation>Press Esc and choose another way to pay.</translation>
    </message>
    <message>
        <source>A rule of the programme does not allow this.</source>
        <translation>A rule of the programme does not allow this.</translation>
    </message>
    <message>
        <source>Go on without it, or ask the shift leader.</source>
        <translation>Go on without it, or ask the shift leader.</translation>
    </message>
    <message>
        <source>A sale with this reference exists, with other content.</source>
        <translation>A sale with this reference exists, with other content.</translation>
    </message>
    <message>
        <source>Use a new reference.</source>
        <translation>Use a new reference.</translation>
    </message>
    <message>
        <source>There is no such receipt on this till.</source>
        <translation>There is no such receipt on this till.</translation>
    </message>
    <message>
        <source>Finish a sale first, or check the receipt number.</source>
        <translation>Finish a sale first, or check the receipt number.</translation>
    </message>
    <message>
        <source>This cannot be done now.</source>
        <translation>This cannot be done now.</translation>
    </message>
    <message>
        <source>Finish the present step, or press Esc to go back.</source>
        <translation>Finish the present step, or press Esc to go back.</translation>
    </message>
    <message>
        <source>There is no store in this folder.</source>
        <translation>There is no store in this folder.</translation>
    </message>
    <message>
        <source>Check the folder after --store, or make a demo store with: kahuictl demo --store DIR</source>
        <translation>Check the folder after --store, or make a demo store with: kahuictl demo --store DIR</translation>
    </message>
    <message>
        <source>This folder already holds a store.</source>
        <translation>This folder already holds a store.</translation>
    </message>
    <message>
        <source>Open it as it is, or choose an empty folder.</source>
        <translation>Open it as it is, or choose an empty folder.</translation>
    </message>
    <message>
        <source>Another program has this store open.</source>
        <translation>Another program has this store open.</translation>
    </message>
    <message>
        <source>Close the other till on this machine, then start again.</source>
        <translation>Close the other till on this machine, then start again.</translation>
    </message>
    <message>
        <source>This store was made by a newer version of Kahui.</source>
        <translation>This store was made by a newer version of Kahui.</translation>
    </message>
    <message>
        <source>Update this program; nothing was changed.</source>
        <translation>Update this program; nothing was changed.</translation>
    </message>
    <message>
        <source>The store file is damaged.</source>
        <translation>The store file is damaged.</translation>
    </message>
    <message>
        <source>Do not sell on it. Call support, or restore the last backup with: kahuictl restore</source>
        <translation>Do not sell on it. Call support, or restore the last backup with: kahuictl restore</translation>
    </message>
    <message>
        <source>The disk is full; this was not saved.</source>
        <translation>The disk is full; this was not saved.</translation>
    </message>
    <message>
        <source>Call support to free space, then try again. The bill is still here.</source>
        <translation>Call support to free space, then try again. The bill is still here.</translation>
    </message>
    <message>
        <source>The disk did not take the data; this was not saved.</source>
        <translation>The disk did not take the data; this was not saved.</translation>
    </message>
    <message>
        <source>Try again. If it repeats, stop selling and call support.</source>
        <translation>Try again. If it repeats, stop selling and call support.</translation>
    </message>
    <message>
        <source>The key of this store is missing or belongs to another store.</source>
        <translation>The key of this store is missing or belongs to another store.</translation>
    </message>
    <message>
        <source>Put the key file back from its safe copy, or call support.</source>
        <translation>Put the key file back from its safe copy, or call support.</translation>
    </message>
    <message>
        <source>A device is not connected.</source>
        <translation>A device is not connected.</translation>
    </message>
    <message>
        <source>Check its cable and plug it in again. Selling goes on.</source>
        <translation>Check its cable and plug it in again. Selling goes on.</translation>
    </message>
    <message>
        <source>A device is used by another program.</source>
        <translation>A device is used by another program.</translation>
    </message>
    <message>
        <source>Close the other program. Selling goes on.</source>
        <translation>Close the other program. Selling goes on.</translation>
    </message>
    <message>
        <source>A device does not answer.</source>
        <translation>A device does not answer.</translation>
    </message>
    <message>
        <source>Unplug it, wait a moment and plug it in again. Selling goes on.</source>
        <translation>Unplug it, wait a moment and plug it in again. Selling goes on.</translation>
    </message>
    <message>
        <source>The card service of this machine does not run.</source>
        <translation>The card service of this machine does not run.</translation>
    </message>
    <message>
        <source>Call support; until then find members by phone with F2.</source>
        <translation>Call support; until then find members by phone with F2.</translation>
    </message>
    <message>
        <source>The other side did not answer.</source>
        <translation>The other side did not answer.</translation>
    </message>
    <message>
        <source>Try again later. Selling goes on.</source>
        <translation>Try again later. Selling goes on.</translation>
    </message>
    <message numerus="yes">
        <source>Type it again; %n try(s) left before the till waits.</source>
        <translation>
            <numerusform>Type it again; %n try left before the till waits.</numerusform>
            <numerusform>Type it again; %n tries left before the till waits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Presenters</name>
    <message>
        <source>Birthday today</source>
        <translation>Birthday today</translation>
    </message>
    <message>
        <source>%1: spend %2 more now, or earn %3 more points</source>
        <translation>%1: spend %2 more now, or earn %3 more points</translation>
    </message>
    <message>
        <source>%1: spend %2 more now</source>
        <translation>%1: spend %2 more now</translation>
    </message>
    <message>
        <source>%1: earn %2 more points</source>
        <translation>%1: earn %2 more points</translation>
    </message>
    <message>
        <source>%1 is reached with this bill</source>
        <translation>%1 is reached with this bill</translation>
    </message>
    <message>
        <source>Number only</source>
        <translation>Number only</translation>
    </message>
    <message>
        <source>Genuine chip</source>
        <translation>Genuine chip</translation>
    </message>
    <message>
        <source>Proven card</source>
        <translation>Proven card</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
    <message>
        <source>Reader ready</source>
        <translation>Reader ready</translation>
    </message>
    <message>
        <source>No reader</source>
        <translation>No reader</translation>
    </message>
    <message>
        <source>Reader in use</source>
        <translation>Reader in use</translation>
    </message>
    <message>
        <source>Reader fault</source>
        <translation>Reader fault</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>Register %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>kahui::models::BasketModel</name>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Qty</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>No discount</source>
        <translation>No discount</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Offer</translation>
    </message>
    <message>
        <source>Member price</source>
        <translation>Member price</translation>
    </message>
    <message>
        <source>Member day</source>
        <translation>Member day</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Coupon</translation>
    </message>
    <message>
        <source>Price changed</source>
        <translation>Price changed</translation>
    </message>
    <message>
        <source>Combined</source>
        <translation>Combined</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Line %1</translation>
    </message>
    <message>
        <source>Price %1</source>
        <translation>Price %1</translation>
    </message>
    <message>
        <source>Quantity %1 %2</source>
        <translation>Quantity %1 %2</translation>
    </message>
    <message>
        <source>No saving</source>
        <translation>No saving</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>Saving %1</translation>
    </message>
    <message>
        <source>Amount %1</source>
        <translation>Amount %1</translation>
    </message>
</context>
<context>
    <name>kahui::models::SearchModel</name>
    <message>
        <source>Offer %1</source>
        <translation>Offer %1</translation>
    </message>
    <message>
        <source>Members %1</source>
        <translation>Members %1</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::BasketView</name>
    <message>
        <source>Ready for the next customer</source>
        <translation>Ready for the next customer</translation>
    </message>
    <message>
        <source>Scan the first item, or tap a member card</source>
        <translation>Scan the first item, or tap a member card</translation>
    </message>
    <message>
        <source>Lines of the bill</source>
        <translation>Lines of the bill</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CheckoutScreen</name>
    <message>
        <source>Scan the next item, or press Enter to go on</source>
        <translation>Scan the next item, or press Enter to go on</translation>
    </message>
    <message>
        <source>Entry line</source>
        <translation>Entry line</translation>
    </message>
    <message>
        <source>Take cash</source>
        <translation>Take cash</translation>
    </message>
    <message>
        <source>Ready. F1 shows all keys.</source>
        <translation>Ready. F1 shows all keys.</translation>
    </message>
    <message>
        <source>Scan, or type a code or phone · 3* means 3 pieces</source>
        <translation>Scan, or type a code or phone · 3* means 3 pieces</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::DemoPanel</name>
    <message>
        <source>A phone</source>
        <translation>A phone</translation>
    </message>
    <message>
        <source>These buttons do what a reader and cards would do.</source>
        <translation>These buttons do what a reader and cards would do.</translation>
    </message>
    <message>
        <source>Tap: %1</source>
        <translation>Tap: %1</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>Take the card away</source>
        <translation>Take the card away</translation>
    </message>
    <message>
        <source>Unplug</source>
        <translation>Unplug</translation>
    </message>
    <message>
        <source>Unplug the reader</source>
        <translation>Unplug the reader</translation>
    </message>
    <message>
        <source>Plug in</source>
        <translation>Plug in</translation>
    </message>
    <message>
        <source>Plug the reader in</source>
        <translation>Plug the reader in</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blocked</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>Demo cards</source>
        <translation>Demo cards</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::HelpOverlay</name>
    <message>
        <source>Keys of this till</source>
        <translation>Keys of this till</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>Close the help</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::LoginBand</name>
    <message>
        <source>Kahui</source>
        <translation>Kahui</translation>
    </message>
    <message>
        <source>Till and membership</source>
        <translation>Till and membership</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::LoginScreen</name>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Staff code</source>
        <translation>Staff code</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dark colours</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Light colours</translation>
    </message>
    <message>
        <source>Sign in with your staff code and PIN.</source>
        <translation>Sign in with your staff code and PIN.</translation>
    </message>
    <message>
        <source>Demo store: the PIN is 123456 for all.
Cashier 1001 · leader 2001 · manager 9001</source>
        <translation>Demo store: the PIN is 123456 for all.
Cashier 1001 · leader 2001 · manager 9001</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::MainWindow</name>
    <message>
        <source>Kahui till</source>
        <translation>Kahui till</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::MemberCard</name>
    <message>
        <source>No member yet</source>
        <translation>No member yet</translation>
    </message>
    <message>
        <source>Tap the card on the reader at any time</source>
        <translation>Tap the card on the reader at any time</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>By phone</translation>
    </message>
    <message>
        <source>Find a member by phone</source>
        <translation>Find a member by phone</translation>
    </message>
    <message>
        <source>Take the member off this bill</source>
        <translation>Take the member off this bill</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>From this bill</source>
        <translation>From this bill</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::MemberEntry</name>
    <message>
        <source>Member</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Type the full phone or member number, or tap the card.</source>
        <translation>Type the full phone or member number, or tap the card.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Phone or member number</source>
        <translation>Phone or member number</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Find the member</source>
        <translation>Find the member</translation>
    </message>
    <message>
        <source>Take off the bill</source>
        <translation>Take off the bill</translation>
    </message>
    <message>
        <source>Take the member off this bill</source>
        <translation>Take the member off this bill</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::MorePanel</name>
    <message>
        <source>Dark colours</source>
        <translation>Dark colours</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Light colours</translation>
    </message>
    <message>
        <source>Lock the till</source>
        <translation>Lock the till</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Demo cards</source>
        <translation>Demo cards</translation>
    </message>
    <message>
        <source>Language of this till</source>
        <translation>Language of this till</translation>
    </message>
    <message>
        <source>For bright or dim light</source>
        <translation>For bright or dim light</translation>
    </message>
    <message>
        <source>The bill stays; your PIN opens it</source>
        <translation>The bill stays; your PIN opens it</translation>
    </message>
    <message>
        <source>The bill stays for the next person</source>
        <translation>The bill stays for the next person</translation>
    </message>
    <message>
        <source>Tap a card without a reader</source>
        <translation>Tap a card without a reader</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::NoticeBar</name>
    <message>
        <source>Take the last change back</source>
        <translation>Take the last change back</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::NumberPad</name>
    <message>
        <source>Digit %1</source>
        <translation>Digit %1</translation>
    </message>
    <message>
        <source>Decimal point</source>
        <translation>Decimal point</translation>
    </message>
    <message>
        <source>Clear the entry</source>
        <translation>Clear the entry</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>Delete the last digit</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::QuantityEntry</name>
    <message>
        <source>Quantity</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Now %1 %2, at %3</source>
        <translation>Now %1 %2, at %3</translation>
    </message>
    <message>
        <source>New quantity</source>
        <translation>New quantity</translation>
    </message>
    <message>
        <source>Set quantity</source>
        <translation>Set quantity</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReceiptPanel</name>
    <message>
        <source>Next sale</source>
        <translation>Next sale</translation>
    </message>
    <message>
        <source>Back to the bill</source>
        <translation>Back to the bill</translation>
    </message>
    <message>
        <source>Paid and saved</source>
        <translation>Paid and saved</translation>
    </message>
    <message>
        <source>Last receipt</source>
        <translation>Last receipt</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Change %1</translation>
    </message>
    <message>
        <source>To pay %1</source>
        <translation>To pay %1</translation>
    </message>
    <message>
        <source>Received %1</source>
        <translation>Received %1</translation>
    </message>
    <message>
        <source>%1 points earned, balance %2</source>
        <translation>%1 points earned, balance %2</translation>
    </message>
    <message>
        <source>New tier: %1</source>
        <translation>New tier: %1</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReceiptPaper</name>
    <message>
        <source>Receipt</source>
        <translation>Receipt</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::SearchPanel</name>
    <message>
        <source>Type a part of the name, the first letters of its pinyin, or a code.</source>
        <translation>Type a part of the name, the first letters of its pinyin, or a code.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”. Try fewer letters.</source>
        <translation>Nothing found for “%1”. Try fewer letters.</translation>
    </message>
    <message numerus="yes">
        <source>The best %n; type more to narrow down.</source>
        <translation>
            <numerusform>The best %n; type more to narrow down.</numerusform>
            <numerusform>The best %n; type more to narrow down.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) found. Enter adds the marked one.</source>
        <translation>
            <numerusform>%n item found. Enter adds it.</numerusform>
            <numerusform>%n items found. Enter adds the marked one.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name, pinyin initials or code</source>
        <translation>Name, pinyin initials or code</translation>
    </message>
    <message>
        <source>Find an item</source>
        <translation>Find an item</translation>
    </message>
    <message>
        <source>Found items</source>
        <translation>Found items</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Back to the bill</source>
        <translation>Back to the bill</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::SidePanel</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::StartErrorWindow</name>
    <message>
        <source>Kahui cannot start</source>
        <translation>Kahui cannot start</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::TenderPanel</name>
    <message>
        <source>To pay %1</source>
        <translation>To pay %1</translation>
    </message>
    <message>
        <source>rounded %1</source>
        <translation>rounded %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation>Cash received</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Take payment</translation>
    </message>
    <message>
        <source>Exact: %1</source>
        <translation>Exact: %1</translation>
    </message>
    <message>
        <source>Received %1</source>
        <translation>Received %1</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::TopBar</name>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Demo cards</source>
        <translation>Demo cards</translation>
    </message>
    <message>
        <source>Tap a demo card</source>
        <translation>Tap a demo card</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::TotalsCard</name>
    <message>
        <source>To pay %1</source>
        <translation>To pay %1</translation>
    </message>
    <message>
        <source>Full price</source>
        <translation>Full price</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>To pay</translation>
    </message>
</context>
</TS>
