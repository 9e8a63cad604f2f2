package org.folkmoot.language;

import java.util.Locale;
import java.util.regex.Pattern;

/// Tells whether a post asks the others something, with or without a question mark. Rules over its
/// sentences; how right they are is in docs/language.md.
public final class Asking {

    /// @param asks whether it does
    /// @param score from 0 to 1; asks from .5 on
    /// @param sentence the one that asks, as it stands; empty if none does
    public record Judgement(boolean asks, double score, String sentence) {}

    private static final int LOOK_AT = 4_000;
    private static final Pattern SENTENCE =
            Pattern.compile(
                    "[^.!?\uFF1F\u061F\u037E\u3002\n]+[.!?\uFF1F\u061F\u037E\u3002)\"'\u201D]*|[?\uFF1F\u061F]+");
    private static final String MARKS = "?\uFF1F\u061F\u037E";

    private enum Sign {
        /// Words that begin questions.
        STARTS(
                .25,
                """
                ^(?:(?:hi|hey|hello|ok|okay|so|and|but|also|btw|sorry|quick question|quick q|question|q|well|um|hmm+|guys|folks|all|everyone|someone|codeblock)[,:\\s-]+)*+\
                (?:how|what|where|when|why|who|whom|whose|which|is|are|am|was|were|do|does|did|can|could|would|should|will|has|have|\
                may|might|shall|isn't|aren't|doesn't|don't|didn't|can't|couldn't|wouldn't|shouldn't|won't|hasn't|haven't|what's|\
                who's|where's|how's|when's|whats|wheres|hows|any|any1|anyone|anybody|wie|was|wo|wann|warum|wer|welche[rsn]?|wieso|weshalb|kann|\
                k\u00F6nnte|gibt|hat|habt|ist|sind|weiss|wei\u00DF|wisst|comment|pourquoi|o\u00F9|quand|qui|quel(?:le)?s?|est-ce|qu'est-ce|peut-on|\
                c\u00F3mo|como|qu\u00E9|cu\u00E1ndo|d\u00F3nde|por\\s?qu\u00EA?\u00E9?|qui\u00E9n|cu\u00E1l|alguien|algu\u00E9m|onde|quando|quem|qual|hay|puedo|posso|\
                come|perch\u00E9|dove|chi|quale|qualcuno|c'\u00E8|hoe|waar|waarom|wanneer|wie|welke|heeft|weet|kan|is er)\\b"""),
        /// A verb before its subject, or a question word before a verb: questions also without a
        /// mark.
        INVERTS(
                .3,
                """
                ^(?:(?:hi|hey|hello|ok|okay|so|and|but|also|btw|sorry|quick (?:one|question|q)|question|well|um|hmm+|guys|folks|all|there|someone|everyone)[,:\\s-]+)*+\
                (?:(?:is|are|was|were|do|does|did|can|could|should|will|would|has|have|am|may|shall)(?:n't)? (?:i|we|you|u|they|it|this|that|there|he|she|sb|some\\w*|any\\w*|the|your|our|my|codeblock)\\b|\
                (?:does|is|are) (?!fixed|done|good|fine|great|ok|nice|back|down|up|working|not|now|what|why|how)\\w+|who'?s \\w+ing\\b|which of\\b|what'?s (?:the|your|a|an|our)\\b|\
                (?:wann|wo|wie|warum|wer|was|woran|welche\\w*) (?:ist|sind|kann|kommt|geht|hat|gibt|macht|muss|soll|bekomme|finde)\\b|(?:c'est )?(?:à quelle heure|quand|où|combien|comment (?:on|je|faire))\\b|\
                c[oó]mo (?:faço|posso|consigo|puedo|hago|se)\\b|(?:onde|d[oó]nde|dove) (?:está|fica|puedo|si|posso|encontro)\\b|come (?:posso|si|faccio)\\b|\
                (?:hoe|waar|wanneer) (?:kan|moet|laat|werkt|is|vind|begint)\\b|\
                (?:what|whats|what's|which|where|when|how|who|why)(?: \\w+){0,3}? (?:is|are|r|do|does|did|can|could|should|would|will|has|have|was|am|need|listen|work)\\b(?! discussed)|\
                (?:what|which) \\w+ (?:am|should|do|does|is|are)\\b|any\\s?(?:one|body|1)(?:'s)? else(?:'s)?\\b|(?:any\\s?1|any(?:one|body)) (?:know|got|have|has|seen|up|here)\\b|\
                (?:hat da|hat|kann|wei\u00DF|kennt) (?:wer|jemand|einer)\\b|wie (?:kan|weet)\\b|a qu\u00E9 hora\\b|iemand (?:nog|een|die)\\b|algu[e\u00E9]m (?:sabe|tem|pode))"""),
        /// Words by which help is asked for, wherever they stand.
        WANTS(
                .6,
                """
                (?:\\b(?:any(?:one|body)|some(?:one|body)) (?:else |here |around |please |who |that )*(?:know|knows(?! me\\b)|have|has|had|got|tried|using|use|uses|seen|ever|able|help|willing|explain|point|tell|recommend|want|up for|with|familiar|experience)|\
                \\bany (?:idea|ideas|tip|tips|pointer|pointers|suggestion|suggestions|advice|thoughts|hint|hints|help|chance|clue|recommendations?|docs|way|news|update|updates|reason)\\b|\
                \\b(?:i(?:'m| am)|was|just|still|been) (?:just |also )?(?:wondering|curious|looking for|trying to (?:figure|find|understand|work)|not sure (?:how|what|why|if|whether|where|which)|unsure|confused|stuck|struggling|lost)|\
                ^(?:just )?(?:wondering|curious|looking for|trying to figure|need (?!to)|seeking|searching for|in search of)\\b|\
                \\bi wonder\\b(?! (?:if|whether) (?:we|i|it|they|he|she)(?:'ll| will) ever)|\\b(?:interested in|curious) (?:what|how|why|who|whether|if|hearing)\\b|\\bwould love to (?:hear|know)\\b|^poll:|\\bwhat else (?:can|could|should|do)\\b|\
                \\b(?:ideas|tips|thoughts|suggestions|recommendations|pointers)\\s*\\?|\\bi(?:'d| would) (?:love|like|appreciate) (?:to (?:know|hear|understand)|(?:some|any) (?:help|advice|feedback|input)|if someone)|\
                \\b(?:could|can|would|will) (?:you|u|someone|somebody|anyone|anybody|any of you|one of you)\\b(?! believe)|\
                \\bi (?:could use|need|really need|want) (?:some |a |your |any )?(?:help|hand|advice|feedback|input|pointers?|second pair)|\
                \\b(?:please|pls|plz) (?:help|advise|explain|let me know|tell)|\\bhelp (?:please|pls|plz|me|needed|wanted|with)\\b|\\bhow (?:do|can|should|would|to) (?:i|we|you|one)\\b|\
                \\b(?:can't|cannot|can not|couldn't|can't seem to) (?:figure|find|get|work out|seem|make|understand|log ?in|connect|install|access|open)|\
                \\b(?:don't|do not|dont) (?:know|understand|get|see) (?:how|what|why|where|which|if|whether|when)|\
                \\b(?:what|which|where|how|why|when|who) (?:is|are|do|does|did|can|should|would|could) (?:the |a |i |we |you |it |this |that |there )|\
                \\b(?:let me know|tell me|explain) (?:how|what|if|where|why|which|when)|\\bdoes (?:any|some)(?:one|body)\\b|\\bgrateful for any\\b|\\bkeen to (?:hear|know)\\b|\
                \\b(?:wei(?:\u00DF|ss)|kennt|hat|hast) (?:jemand|einer|irgendwer|wer)\\b|\\bkann (?:mir )?(?:jemand|wer|einer)\\b|\\bsuche (?:jemand|einen|eine|ein|noch)|\\bbrauche (?:hilfe|rat|mal)|\\bfrage mich\\b|\\bkomm(?:e)? nicht (?:weiter|dahinter)|\
                \\bquelqu'un\\b.*\\b(?:sait|a|peut|conna\u00EEt|pourrait)|\\bje (?:cherche|me demande|n'arrive pas|ne comprends pas)|\\bbesoin d'aide|\\bsavez-vous|\\bune id\u00E9e\\b|\
                \\balguien (?:sabe|tiene|puede|conoce|ha)|\\bnecesito ayuda|\\bbusco\\b|\\bno (?:s\u00E9|entiendo|consigo|logro|me funciona)|\\bme pregunto|\
                \\balgu\u00E9m (?:sabe|tem|pode|conhece|j\u00E1)|\\bpreciso de (?:ajuda|uma)|\\bprocuro\\b|\\bn\u00E3o (?:consigo|sei|entendo)|\\bqueria saber|\
                \\bqualcuno (?:sa|ha|pu\u00F2|conosce)|\\bho bisogno|\\bcerco\\b|\\bnon (?:riesco|so|capisco)|\\bmi chiedo|\
                \\b(?:weet|heeft|kan|kent) iemand|\\biemand (?:die|een|enig|ervaring)|\\bik (?:zoek|snap niet|krijg)|\\bhulp nodig|\\bvraag me af)"""),
        /// Words of one who is stuck or short of something.
        STUCK(
                .55,
                """
                (?:\\bwhat am i missing\\b|\\bhalp\\b|\\brescue (?:us|me)\\b|\\bi'?d need (?:someone|somebody|a )|\\bif any(?:one|body)(?:'s| has| have| is)? (?:seen|found|knows?|got|can|could|willing)|\
                \\b(?:reply|dm|ping|message|call|text) (?:me|here)\\b|\\bif you can spare|\\bstill (?:short|missing|need)\\b|\\bnot sure (?:whether|if|how|what|which|where|who)|\\bappreciate it if (?:someone|somebody|anyone)|\
                \\bi have no idea (?:how|what|why)|\\btrying to (?:figure|find|understand)|\\bout how do i\\b|\\bhow do i\\b|\\bbitte (?:kurz )?(?:hier )?melden|\\bsuche\\b.*\\bnoch\\b|\\bkrieg\\w* .* nicht\\b|\
                \\bmi servirebbe|\\bik loop vast|\\bje galère|\\bestou preso|\\bestoy atascad|\\bsono bloccat)"""),
        /// A polite order, not a question.
        ORDERS(
                -.8,
                """
                (?:\\b(?:can|could|would|will) (?:we|everyone|everybody|people|you|you all|y'all|folks|all) (?:all |both )?(?:(?:please |pls )?(?:stop|keep|not|remember|make sure|return|lock|close|refrain|be )|(?:please |pls )(?:leave|put|move|use))|\
                \\b(?:k\u00F6nntet|k\u00F6nnt|w\u00FCrdet) ihr (?:bitte|mal)|\\bwillen jullie (?:alsjeblieft|aub)|\\bpouvez-vous (?:svp|s'il vous pla\u00EEt|ne)|\\blet me know if you (?:need|have|want)|\\bif (?:any(?:one|body)|you) (?:has|have|got) (?:any )?questions)"""),
        /// A question that wants no answer.
        RHETORICAL(
                -.8,
                """
                (?:^(?:really|what|wtf|huh|right|wow|seriously|srsly|no way|who knew|who knows|who cares|why not|how cool|how great|how nice|how awesome|what a|what the|isn't it|isn't that|aren't we|say what|eh|oh|ok|okay|yes|no|yeah|nope|lol|haha\\w*)[\\s?!,.]*(?:\\W*)$|\
                ^(?:and |lol |haha |wait,? )?(?:how is it already|who (?:said|would(?:'ve| have)|even|knew|thought)|did you know|what(?:'s| is) new|what (?:i|we) (?:did|do)|are you kidding|(?:questions|lost|stuck|interested|curious|bored|hungry|doubts)\\s*\\?|(?:want|need|like|love|fancy|feel like|ready|looking) (?:to |a |some |for |the )(?![^?]*\\b(?:ideas|tips|thoughts|suggestions)\\s*\\?)[^?]*\\?|ever wonder|ain't (?:that|it)|how is (?:that|this) even|is it (?:friday|monday|weekend|christmas|lunch)\\w* yet|have you tried turning it off|do you (?:like|love|enjoy)|\u00BFtienes (?:dudas|ganas)|\u00BFqui\u00E9n dijo|qui\u00E9n dijo|tienes dudas|wer braucht schon|wie heeft er|hoe leuk|qui aurait|c'est pas|chi se l|chi l'avrebbe|s\u00E9rio|seriously|what\\?!|how (?:cool|great|nice|awesome|cute|crazy|amazing|funny|beautiful|lovely|wild|good) (?:is|was|are)|who(?:'s| is| else)? (?:\\w+ )?(?:excited|ready|pumped|hyped)|isn't (?:it|that|this|she|he) \\w+|what could (?:possibly )?go wrong|can you believe|guess (?:what|who)|know what|you know what|who (?:doesn't|needs|would have|wouldn't|could have)|what (?:more|else) could|why (?:oh why|on earth|bother|would any)|remember (?:when|that|the)|(?:did|didn't) (?:i|we) (?:tell|mention|say)|need i say|sound(?:s)? familiar|how (?:hard|difficult) (?:can|could) it be|what's not to (?:love|like)|am i right|who am i kidding|what would (?:i|we) do without|what is this, a|do(?:es)? (?:it|that) get any)|\
                (?:,|\\b) (?:right|eh|huh|no|isn't it|aren't they|amirite|innit|lol|haha|oder|nicht wahr|n'est-ce pas|verdad|n\u00E9|vero|toch)\\s*[?!]+\\s*$|\
                \\b(?:was|were|is|are) (?:asking|wondering|asked) (?:if|whether|how|what|why|when)\\b|\\b(?:answered|answers|faq|q&a)\\b)""");

        private final double weight;
        private final Pattern words;

        Sign(double weight, String words) {
            this.weight = weight;
            this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }

        double in(String sentence) {
            return words.matcher(sentence).find() ? weight : 0;
        }
    }

    private static final double MARK = .55;
    private static final Pattern ANSWERED =
            Pattern.compile(
                    "^(?:no|nope|because|yes|yep|yeah|absolutely|of course|certainly|we do|so do we|not that|nobody|never|exactly|sure|never mind|nvm|turns out|fixed|it was|jk|me neither)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SPOKEN =
            Pattern.compile(
                    "\"[^\"\n]{0,200}\"|\u201C[^\u201D\n]{0,200}\u201D|\u201E[^\u201C\n]{0,200}\u201C|\u00AB[^\u00BB\n]{0,200}\u00BB");

    private Asking() {}

    /// Whether a post asks, by the sentence that most looks like it.
    public static Judgement of(String text) {
        var prose =
                SPOKEN.matcher(
                                Prose.marked(
                                        text.length() > LOOK_AT
                                                ? text.substring(0, LOOK_AT)
                                                : text))
                        .replaceAll(" something ");
        var sentences = SENTENCE.matcher(prose).results().map(m -> m.group().strip()).toList();
        var best = new Judgement(false, 0, "");
        for (int i = 0; i < sentences.size(); i++) {
            var score = score(sentences.get(i));
            if (i + 1 < sentences.size() && ANSWERED.matcher(sentences.get(i + 1)).find()) {
                score = Math.min(1, score) - .6;
            }
            if (score > best.score()) {
                best = new Judgement(score >= .5, score, score >= .5 ? sentences.get(i) : "");
            }
        }
        return best;
    }

    private static double score(String sentence) {
        var lower =
                sentence.toLowerCase(Locale.ROOT)
                        .replace('\u2019', '\'')
                        .replaceAll("^[^\\p{L}\u00BF]+", "");
        var marked = sentence.chars().anyMatch(c -> MARKS.indexOf(c) >= 0);
        double score = marked ? MARK : 0;
        double against = marked && sentence.indexOf('!') > 0 ? -.2 : 0;
        for (var sign : Sign.values()) {
            var weight = sign.in(lower);
            score += Math.max(0, weight);
            against += Math.min(0, weight);
        }
        return Math.max(0, Math.min(1, score) + against);
    }
}
