// Spellings of one foreign name in Latin letters. A sound key is what its usual romanizations have in common.

import { remembering } from "../remembering.ts";
import { fold } from "./names.ts";

type Rewrite = readonly [from: RegExp, to: string];

// Russian, Ukrainian, Arabic and Persian by BGN/PCGN, Library of Congress, ISO 9, French and German habits.
const GENERAL: readonly Rewrite[] = [
  [/(?:iy|ij|yi|yy|ii|yj)(?=$|-)/gu, "y"], // Zelenskiy, Zelenskyy, Yurii
  [/(?:ei|ey|ej|eyi|eiy|ay|ai|aj)(?=$|-)/gu, "ey"], // Sergei, Sergey, Nikolay
  [/i(?=$|-)/gu, "y"], // Yuri, Yury
  [/^(?:ye|je)(?=[^aeiouy])/gu, "e"], // Yevgeny, Evgeny
  [/(?:iou|iu|ju|you)(?=[^aeiouy]|$)/gu, "yu"], // Iuri, Liudmila
  [/(?:ia|ja)/gu, "ya"], // Tatiana, Tatyana
  [/(?:io|jo)(?=[^aeiouy])/gu, "yo"],
  [/kh/gu, "h"], // Mikhail, Mihail; Khamenei
  [/(?:tsch|tch)/gu, "ch"],
  [/(?:tz|ts)/gu, "c"],
  [/(?:x|ks)/gu, "x"], // Aleksei, Alexei
  [/(?:ck|q)/gu, "k"], // Qassem, Kassem
  [/ph/gu, "f"],
  [/(?:ou|oo)/gu, "u"], // Khartoum; Masoud, Masood
  [/ee/gu, "y"], // Rasheed, Rashid
  [/iy|ij|yi/gu, "y"],
  [/(?<=[^aeiouy])i(?=[^aeiouy])/gu, "y"], // Lytvyn, Litvin
  [/(\p{L})\1+/gu, "$1"], // Massoud, Masoud
];

// Korean by McCune–Reischauer, the revised system and habit; vowels that the three write differently.
const KOREAN: readonly Rewrite[] = [
  [/(?:oo|wu)/gu, "u"],
  [/(?:ee|ui|yi)/gu, "i"], // hui, hee
  [/eu/gu, "u"], // Un, Eun
  [/(?:you|yeo|yo|yu)(?=n|m)/gu, "yu"], // Young, Yong, Yeong
  [/(?:eo|o|u)(?=n|m)/gu, "u"], // Jeong, Jong, Jung; Beom, Bum
  [/eo/gu, "o"],
  [/(?:oi|oe)/gu, "oe"],
  [/ai/gu, "ae"],
  [/sh/gu, "s"], // Shin, Sin
  [/ch(?=u)/gu, "j"], // Chong, Jong
];

const rewrite = (word: string, rules: readonly Rewrite[]) =>
  rules.reduce((text, [from, to]) => text.replace(from, to), word);

/** One spelling for the usual romanizations of a name part: "Sergei" and "Sergey", "Zelensky" and "Zelenskyy". */
export const soundKey = remembering((part) => {
  const folded = fold(part).replace(/[^\p{L}\p{N}-]/gu, "");
  const key = rewrite(folded, GENERAL).replace(/-/gu, "");
  return key.length > 1 ? key : folded.replace(/-/gu, "");
});

/** The same for a Korean given name: "Jong-un" and "Jung Eun", "Son-hui" and "Sun Hee". */
export const koreanKey = (given: string): string => rewrite(fold(given).replace(/[^\p{L}\p{N}]/gu, ""), KOREAN);

// Given names that are written, translated or shortened in more than one way. Each row is one name.
const GIVEN_NAMES = `
mohammed mohamed muhammad mohammad mohamad muhammed mohamud mehmed
ahmed ahmad achmad
hussein hussain hossein husayn hosein
hassan hasan
ali aly
abdullah abdallah abdulla
abdul abdel abd abdal
youssef yusuf yousef yusef yousuf
mustafa mostafa moustafa
mahmoud mahmud mahmood
khaled khalid
omar omer umar
ibrahim ebrahim
yasser yasir yaser
tareq tariq tarek
saddam sadam
muammar moammar muamar moamer
alexander aleksandr alexandr aleksander oleksandr aliaksandr alex sasha sandro
alexei alexey aleksei aleksey oleksiy oleksii alexi
andrei andrey andriy andrii andrej
sergei sergey serhiy serhii serguei sergej
dmitry dmitri dmitriy dmitrii dimitri dmytro dima
yevgeny evgeny evgeni yevgeni yevgeniy yevhen evgenii eugene
vladimir volodymyr wladimir uladzimir vova
nikolai nikolay mykola nikolaj mikalai
mikhail mykhailo mihail michail misha mikheil mikhael
yuri yury yuriy yurii iouri juri youri
pyotr petr petro piotr
pavel pavlo pawel
oleg oleh aleh
igor ihor ihar
kirill kyrylo kiril cyril
vasily vasili vasyl vassily vasiliy
gennady gennadi gennadiy hennadiy
valery valeri valeriy valerii
vitaly vitali vitaliy vitalii
anatoly anatoli anatoliy anatolii
arkady arkadi arkadiy
georgy georgi georgiy heorhiy giorgi
grigory grigori grigoriy hryhoriy
ilya illia ilia
konstantin kostiantyn constantin
leonid leonyd
maxim maksim maksym
roman raman
viktor victor wiktor
fyodor fedor fiodor
artyom artem
natalia natalya nataliya nataliia natasha
tatiana tatyana tetiana tania tanya
yulia julia yuliya yuliia iulia
maria mariya mariia
elena yelena olena
ekaterina yekaterina kateryna katerina
oksana oxana
lyudmila ludmila liudmila lyudmyla
william bill will willie billy
robert bob rob bobby robbie
richard rick dick ricky rich
james jim jimmy jamie
john johnny
joseph joe joey
michael mike mick mickey
thomas tom tommy
edward ed eddie ted
charles charlie chuck
christopher chris
matthew matt
anthony tony antony
daniel dan danny
david dave
donald don donnie
ronald ron ronnie
kenneth ken kenny
steven stephen steve
gregory greg gregg
jeffrey jeff geoffrey geoff
andrew andy drew
nicholas nick nicolas nicholaus
benjamin ben benny
samuel sam sammy
timothy tim
peter pete
philip phil phillip
patrick pat
raymond ray
lawrence larry laurence
gerald gerry jerry
frederick fred freddie
albert bert
alfred alf alfie
walter walt
leonard len lenny
theodore theo
douglas doug
elizabeth liz beth betsy lizzie
katherine catherine kathryn kate kathy cathy katie
margaret maggie meg peggy
susan sue susie
deborah debbie debra
barbara barb
jennifer jen jenny
rebecca becky
patricia trish patty
victoria vicky
cynthia cindy
pamela pam
massoud masoud masood
nouri nuri noori
jalal galal
recep rejep
`;

const CLASSES = new Map<string, string>();
for (const row of GIVEN_NAMES.trim().split("\n")) {
  const [first, ...others] = row.split(" ");
  for (const name of [first!, ...others]) if (!CLASSES.has(name)) CLASSES.set(name, soundKey(first!));
}

/** One key for the forms of a given name: sounds alike, or is a known translation or short form ("Bill", "William"). */
export const givenKey = (given: string): string => CLASSES.get(fold(given)) ?? soundKey(given);

/** True for the given names of the table. */
export const isGivenName = (word: string): boolean => CLASSES.has(word);
