#include "term/class.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "show/follow.h"
#include "term/lead_file.h"

/* Between two looks whether the leader still runs, and at the leader's file. */
#define LEADER_MS 2000
#define FILE_MS   200

static void tell(struct class *class, int leader)
{
    struct lead_state state;
    struct buffer line = {0};
    if (!class->lead)
        return;
    follow_state(class->browser, &state);
    state.leader = leader;
    lead_print(&state, &line);
    bool is_news = !bytes_equal(buffer_bytes(&line), buffer_bytes(&class->told));
    if (is_news && !lead_file_write(class->lead, &state))
        browser_say(class->browser, MESSAGE_LEAD_FAILED, strerror(errno));
    buffer_free(&class->told);
    class->told = line;
}

void class_tell(struct class *class)
{
    tell(class, (int)getpid());
}

static void forget_leader(struct class *class)
{
    if (class->leader >= 0)
        close(class->leader);
    class->leader = -1;
}

/* Goes where the leader's file says; false when it says what it did. */
static bool hear(struct class *class)
{
    struct lead_state state;
    struct buffer line = {0};
    if (!lead_file_read(class->follow, &state))
        return false;
    lead_print(&state, &line);
    bool is_news = !bytes_equal(buffer_bytes(&line), buffer_bytes(&class->told));
    buffer_free(&class->told);
    class->told = line;
    if (!is_news)
        return false;
    forget_leader(class);
    follow_hear(class->browser, &state);
    if (lead_file_is_led(&state))
        class->leader = lead_file_end(&state);
    else
        follow_hear_end(class->browser);
    return true;
}

void class_begin(struct class *class, struct browser *browser, const char *lead, const char *follow,
                 struct watch *watch)
{
    *class = (struct class){.browser = browser, .lead = lead, .follow = follow, .leader = -1};
    browser->follow.is_leading = lead != NULL;
    if (follow) {
        browser->follow.mode = FOLLOW_WAITING;
        watch_add(watch, follow);
        hear(class);
    }
    class_tell(class);
}

/* The file is read, not asked about: two steps of a leader may come within one tick of the clock
 * that stamps files. */
bool class_look(struct class *class)
{
    return class->follow && hear(class);
}

/* Says whether there is a leader to be missed. */
static bool has_leader(const struct class *class)
{
    const struct follow *follow = &class->browser->follow;
    return follow->mode != FOLLOW_NONE && follow->mode != FOLLOW_WAITING && !follow->has_gone;
}

bool class_lose_leader(struct class *class, bool ended)
{
    if (ended)
        forget_leader(class);
    if (!has_leader(class) || (!ended && lead_file_is_led(&class->browser->follow.leader)))
        return false;
    follow_hear_end(class->browser);
    return true;
}

int class_patience(const struct class *class, const struct watch *watch)
{
    if (class->follow && watch->file < 0)
        return FILE_MS;
    return has_leader(class) && class->leader < 0 ? LEADER_MS : -1;
}

void class_end(struct class *class)
{
    tell(class, 0);
    forget_leader(class);
    buffer_free(&class->told);
}
