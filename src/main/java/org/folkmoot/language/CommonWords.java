package org.folkmoot.language;

import java.util.Arrays;
import java.util.Set;

/// Words that say nothing of what a text is about, in the languages most is written in.
final class CommonWords {

    static final Set<String> ALL =
            Set.copyOf(
                    Arrays.asList(
                            """
                    a about above actually add added after again against all almost already also although always am an and another any \
                    anybody anyone anything are aren't around as ask asked asking at away back be became because become been before being \
                    best better between both but by call came can can't cannot come could couldn't cheers day days did didn't do does \
                    doesn't doing don't done down due each either else enough even ever every everybody everyone everything exactly far \
                    few find first for found from full fully get gets getting give given go goes going good got great guess guys had \
                    happen happened happens happy has hasn't have haven't having he hello help helped helps hence her here hey hi him his \
                    hope how however i i'd i'll i'm i've idea if in instead into is isn't issue it it's its itself just keep kind knew know \
                    known last later least less let let's like likely little look looking looks lot lots made make makes making many maybe \
                    me mean might mine more most much must my myself need needed needs neither never new next nice no nobody none nor not \
                    nothing now of off often oh ok okay old on once one only or other others our out over own part per perhaps please point \
                    possible pretty probably problem put question questions quite rather really right said same saw say says see seem seemed \
                    seems seen she should shouldn't show since so some somebody someone something sometimes somewhere soon sorry still such \
                    sure take taken takes tell than thank thanks that that's the their them then there there's these they they're thing things \
                    think this those though thought through thus till time times to today together told tomorrow too took towards tried tries \
                    true try trying two under until up upon us use used useful user uses using usually very via want wanted wants was wasn't \
                    way ways we we'll we're we've welcome well went were weren't what what's whatever when where whether which while who whole \
                    whose why will wish with within without won't wonder wondering work worked working works would wouldn't yes yesterday yet \
                    awesome amazing perfect perfectly excellent wow cool yeah haha lol weird sad glad fine love loved hate hated horrible awful terrible annoying \
                                    bad worse worst absolutely totally completely worries worry afraid forget forgot change changed wrong broken fail fails failed failing \
                                    fix fixed fixes answer answered answers comment comments accept accepted you you'd you'll you're you've your yours yourself week weeks month months year years people start started hint hours \
                    der die das und ich nicht ist ein eine mit auf für es den dem zu von wie hat jemand bei mir aber auch \
                    le la les de des et un une je pas que qui est pour dans avec sur mais ça ne se du en au \
                    el los las y no lo que es por con para una se me mi al del \
                    codeblock weblink someone link"""
                                    .split("\\s+")));

    private CommonWords() {}
}
