/** Frequent English function words: prose is full of them, menus are not. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about after all also an and any are as at be because been before but by can could did do for from had has have he her his how i if in
into is it its just like may more most much my no not of on one only or other our out over said she should so some such than that the their
them then there these they this those to two under until up was we were what when where which while who will with would you your`.split(
    /\s/u,
  ),
);

/** The words of a line: letters, digits, apostrophes inside. */
export const WORD = /[\p{L}\p{N}_'’]+/gu;

/** Whether a line ends as a sentence does, closing quotation marks and brackets after the stop. */
export const ENDS_SENTENCE = /[.!?…][)\]"'”’»]{0,4}$/u;
