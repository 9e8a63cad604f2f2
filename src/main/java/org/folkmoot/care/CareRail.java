package org.folkmoot.care;

import org.folkmoot.access.PagePart;
import org.folkmoot.access.PagePart.Place;
import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Our pages in the rail, and our pictures on the pages of others.
@Configuration(proxyBeanMethods = false)
class CareRail {

    @Bean
    RailItem tasksItem() {
        return new RailItem(
                RailItem.Group.DOING,
                5,
                "Tasks",
                "checklist",
                "/tasks",
                "k",
                Permission.SEE_PEOPLE);
    }

    @Bean
    RailItem carePageItem() {
        return new RailItem(
                RailItem.Group.DOING,
                10,
                "Who looks after whom",
                "user-heart",
                "/care",
                "w",
                Permission.SEE_PEOPLE);
    }

    @Bean
    PagePart careOfPerson() {
        return part(Place.PROFILE_SIDE, 10, "Who looks after them", "/care/of/{member}");
    }

    @Bean
    PagePart tasksOfPerson() {
        return part(Place.PROFILE_SIDE, 20, "Tasks about them", "/tasks/of/{member}");
    }

    @Bean
    PagePart tasksDue() {
        return part(Place.TODAY_WAITING, 10, "Tasks that are due", "/tasks/due");
    }

    @Bean
    PagePart mentionsOfYou() {
        return new PagePart(
                Place.TODAY_WAITING,
                20,
                "Notes that mention you",
                "/mentions/today",
                Permission.SEE_CONTACT_DATA);
    }

    @Bean
    PagePart watchedPeople() {
        return new PagePart(
                Place.TODAY_PEOPLE,
                10,
                "People you watch",
                "/watching/news",
                Permission.SEE_ACTIVITY);
    }

    private static PagePart part(Place place, int order, String title, String path) {
        return new PagePart(place, order, title, path, Permission.SEE_PEOPLE);
    }
}
