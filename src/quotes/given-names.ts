/** What a pronoun or a given name tells of somebody. */
export type Gender = "f" | "m";

// Own lists of common given names, without accents; names that both bear (Andrea, Jean, Kim, Nicola, Robin, Sasha) are left out.
const NAMES: Record<Gender, string> = {
  f: `abigail agatha agnes aisha alejandra alexandra alice alicia alina aline alison allison amanda amelia amina amy ana anastasia angela
    angelina anita ann anna anne annette annie antonia anya asa astrid audrey aya ayesha barbara beatrice beatriz bella benazir bernadette
    beth betty birgit bonnie brenda brigitte bridget camila camille carla carmen carol carolina caroline catarina catherine cecilia celine
    charlotte chiara chloe christina christine clara claire claudia colleen cristina cynthia dagmar daniela deborah debbie denise diana diane
    dolores dora doris dorothy edith eileen elena eleanor elisabeth elise eliza elizabeth ella ellen elsa emily emma erica erika estelle
    esther eva evelyn fatima fatma federica fiona florence frances francesca gabriela gabrielle galina gertrude giorgia giulia gloria grace
    greta guadalupe hannah hanna harriet heather heidi helen helena helene henrietta hillary ida ilse inga ingrid irene irina isabel isabella
    isabelle ivana jacqueline jane janet janice jasmine jeanne jennifer jenny jessica jill joan joanna johanna josefina josephine joyce juanita
    judith judy julia juliana julie juliette karen karin karina karla katarina kate katerina katherine kathleen kathryn katie katja katrin
    kayla khadija kirsten kristina kristin larissa laura layla leila lena leticia lidia linda lisa liz ljudmila lola lorena louisa louise
    lucia lucie lucy luisa lydia madeleine maja magdalena manuela margaret margarita margot maria mariam marianne marie marina marjorie martha
    marta martina mary matilda maya megan melanie melissa mercedes meredith michelle mildred miriam moira molly monica monika monique
    nadia nadine nancy naomi natalia natalie natasha nathalie nina nora norma olga olivia oksana pamela patricia paula pauline penelope petra
    phyllis priya rachel raquel rebecca regina renata rita roberta rosa rosalind rose rosemary roxana ruth sabine sabrina sally samantha
    sandra sara sarah sharon sheila shirley silvia simone sofia sonia sonja sophia sophie stella stephanie sue susan susana susanne svetlana
    sylvia sylvie tamara tanya tania tara tatiana teresa theresa tina tracy ulrike ursula valentina valeria valerie vanessa vera veronica
    veronika victoria viktoria virginia vivian wanda wendy wilhelmina xenia ximena yasmin yolanda yulia yvette yvonne zainab zara zeynep zoe zofia`,
  m: `aaron abdul abdullah abraham adam adrian ahmad ahmed akira alan albert aleksandr alejandro alessandro alex alexander alexei alfred ali
    allan allen alvaro amir anatoly anders andre andreas andrei andres andrew andrzej anthony anton antonio antoine arne arnold arthur arturo
    barry bart ben benedict benjamin bernard bernhard bernie bertrand bill bjorn bob boris brad brendan brett brian bruce bruno carl
    carlos cesar charles charlie chris christian christoph christopher christophe clarence claus clement clifford colin craig curtis cyril
    daniel danny dave david dean denis dennis derek diego dieter dimitri dirk dmitri dmitry dominic donald doug douglas duncan dustin dwight
    earl ed eddie edgar eduardo edward edwin emil emilio emmanuel enrique eric erik ernest ernesto eugene fabian farid felipe felix ferdinand
    fernando filip francesco francisco francois frank franz fred frederick fredrik friedrich gabriel gareth gary gavin geoffrey george georges
    gerald gerard gerhard gianni gilbert giles giovanni giuseppe glenn gonzalo goran gordon graham greg gregory guillermo gunnar gunther gustav
    guy hamid hans harald harold harry hassan hector heinrich helmut henri henrik henry herbert herman hiroshi howard hugh hugo hussein ian
    ibrahim igor ilya isaac ismail ivan jack jacob jacques jaime jake jakob james jan jared jason javier jeff jeffrey jeremy jerome jerry jesper
    jim jimmy joachim joao joe joel johan johannes john johnny jon jonathan jorge jose josef joseph joshua juan juergen julian julio jurgen
    justin kai karl karim keith ken kenneth kenji kevin khalid klaus konstantin kurt kyle lars larry lawrence leif leo leon leonard leonid
    lewis lorenzo louis luc luca lucas ludwig luigi luis luiz lukas magnus mahmoud malcolm manfred manuel marc marcel marco marcos marcus
    mario marius mark marko markus martin marvin mateo matt matteo matthew matthias matthieu maurice mauricio max maxim maximilian mehmet
    michael michel miguel mikael mike mikhail mitch mohamed mohammad mohammed muhammad murat mustafa nathan nathaniel neil nicholas nicolas
    nigel nikita nikolai nils noah norman ole oleg oliver olivier omar oscar oskar otto owen pablo pascal patrick paul paulo pavel pedro pekka
    per pete peter petr phil philip philippe pierre piotr rafael raj rajiv ralph ramon randall randy raul ray raymond reinhard rene ricardo
    richard rick robert roberto rodney rodrigo roger roland rolf roman ron ronald ross roy rudolf rupert russell ryan salman salvador samuel
    saul scott sean sebastian serge sergei sergey sergio seth simon spencer stanislav stanley stefan stephen steve steven stuart sven takashi
    ted terence terrence theodore thomas tim timothy todd tom tomas tommy tony travis trevor uwe vaclav vadim vasily victor viktor vincent
    vitaly vladimir volodymyr walter warren wayne werner wilhelm will william winston wolfgang xavier yaroslav yuri yusuf yves zachary zoltan`,
};

const GENDERS = new Map(
  (["f", "m"] as const).flatMap((gender) => NAMES[gender].split(/\s+/u).map((name) => [name, gender] as const)),
);

const ASCII = /^[\x00-\x7f]*$/;

/** The gender that a given name is commonly borne by; null where it tells none. */
export const genderOfName = (name: string): Gender | null =>
  GENDERS.get(name.toLowerCase()) ??
  (ASCII.test(name) ? null : (GENDERS.get(name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()) ?? null));
