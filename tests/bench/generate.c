/* Writes an event file of any size to measure with, always the same for the same arguments.
 *
 *   generate [-s SEED] [-u] [-d] COUNT >FILE
 *
 * COUNT events of 1858 to 2024, in the order of the timeline; with -u in any order, with -d all on
 * one day. A record is about 550 bytes. One event, at 95 % of the file, is called NEEDLE_VI: its
 * words occur nowhere else, with or without their accents.
 *
 * The villages, deeds and papers are made up. None of this is history. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NEEDLE_VI   "Hội diều sáo trên gò Chín Vạc"
#define NEEDLE_EN   "Singing kites over the mound of nine jars"
#define PLACES_MAX  3
#define OUTPUT_ROOM (1 << 20)
#define COUNT(list) (sizeof(list) / sizeof *(list))

/* What is written, in both languages. */
struct pair {
    const char *vi;
    const char *en;
};

/* Some years, and how often they are drawn. */
struct span {
    uint32_t first;
    uint32_t last;
    uint32_t weight;
};

/* How a date is written, in percent of the events. */
enum form { FORM_DAY, FORM_RUN, FORM_MONTH, FORM_YEAR, FORM_ABOUT_YEAR, FORM_DOUBTED_MONTH };

/* Days are the number YYYYMMDD; the last day of a month or year is as if months had 31 days. */
struct date {
    uint32_t first;
    uint32_t last;
    uint32_t order; /* of drawing */
    enum form form;
};

struct shape {
    uint64_t seed;
    bool unsorted;
    bool one_day;
};

static const struct span spans[] = {
    {1858, 1883, 7},  {1884, 1918, 12}, {1919, 1939, 14}, {1940, 1953, 19},
    {1954, 1954, 11}, {1955, 1975, 18}, {1976, 2024, 19},
};

static const unsigned char form_percent[] = {
    [FORM_DAY] = 70, [FORM_RUN] = 9,        [FORM_MONTH] = 12,
    [FORM_YEAR] = 6, [FORM_ABOUT_YEAR] = 2, [FORM_DOUBTED_MONTH] = 1,
};

static const struct pair deeds[] = {
    {"Dựng lại", "Rebuilding of"},
    {"Tu sửa", "Repairs to"},
    {"Mở hội ở", "A fair at"},
    {"Gió lốc qua", "A whirlwind over"},
    {"Đo vẽ", "A survey of"},
    {"Chia lại", "A new sharing out of"},
    {"Hạn hán quanh", "Drought around"},
    {"Lửa bén vào", "Fire reaches"},
    {"Họp bàn về", "A meeting about"},
    {"Dời", "Removal of"},
    {"Kiểm kê", "An inventory of"},
    {"Mừng công ở", "Thanks given at"},
    {"Quyên tiền cho", "A collection for"},
    {"Cắm mốc", "Boundary stones for"},
};

static const struct pair things[] = {
    {"đình Cây Sung", "the communal house of Cây Sung"},
    {"bến đò Ngã Ba", "the ferry of Ngã Ba"},
    {"kho muối", "the salt store"},
    {"lò gốm cũ", "the old kiln"},
    {"vườn quýt", "the mandarin groves"},
    {"trạm xá", "the dispensary"},
    {"cầu tre", "the bamboo bridge"},
    {"ruộng bậc thang", "the rice terraces"},
    {"chợ phiên", "the market of every fifth day"},
    {"mương dẫn nước", "the water channel"},
    {"xưởng mộc", "the carpenters' yard"},
    {"trường làng", "the village school"},
    {"ga xép", "the halt on the line"},
    {"hồ sen", "the lotus pond"},
    {"bãi dâu", "the mulberry flats"},
    {"đèn biển", "the harbour light"},
};

static const char *const who[] = {
    "Các cụ trong họ",       "Tổ đan lưới",      "Đám thợ đá",           "Mấy nhà mới đến",
    "Phường buôn trâu",      "Người giữ đò",     "Thầy đồ cùng học trò", "Cánh thợ rèn",
    "Nhà tằm đầu làng",      "Hai bản bên suối", "Dân phố chợ",          "Hội chơi cây cảnh",
    "Vợ chồng ông lái muối",
};

static const char *const did[] = {
    "góp gỗ lim và ngói mũi hài",    "be bờ giữ nước suốt tháng giáp hạt",
    "chép lại gia phả trên giấy dó", "đổi thóc lấy vải thô",
    "khơi lại mạch giếng cổ",        "đắp lối đi vòng qua bãi bồi",
    "lập quỹ giúp nhà nghèo",        "trồng bốn hàng phi lao chắn gió",
    "nuôi chung một đàn trâu cày",   "đặt lệ trông đêm theo phiên",
    "vớt gỗ trôi sau cơn lũ",        "dạy nhau nghề nhuộm chàm",
    "xay bột ủ men nấu rượu cần",
};

static const char *const where[] = {
    "ở mé sông phía bắc", "trước sân đình",        "dọc bờ mương",  "trên triền đồi chè",
    "nơi đầu nguồn nước", "quanh gốc đa cũ",       "ngoài bãi cói", "trong thung lũng hẹp",
    "bên kia dốc đá",     "giữa hai mùa nước nổi",
};

static const char *const until[] = {
    "cho đến hết mùa gặt",     "trong chín ngày liền",      "mà không ai phải nhắc",
    "trước khi gió mùa về",    "theo lời hẹn từ năm ngoái", "rồi ghi cả vào sổ làng",
    "nên ai cũng còn nhớ tên",
};

static const char *const remarks[] = {
    "Giấy tờ chỉ ghi vắn tắt một dòng.",
    "Người đời sau kể mỗi nơi một khác.",
    "Không rõ khi ấy có bao nhiêu người.",
    "Tấm bia nhỏ dựng sau đó nay đã mờ chữ.",
    "Năm sau, việc này lại được làm thêm một lần nữa.",
};

/* Each is an id, and what it is called. */
static const struct pair papers[] = {
    {"so-lang", "Sổ làng Cây Sung"},           {"nhat-ky-do", "Nhật ký trạm đò Ngã Ba"},
    {"giay-to-ho", "Tập giấy tờ một dòng họ"}, {"bao-tuong", "Báo tường trường làng"},
    {"lich-nha-nong", "Lịch nhà nông"},
};

/* The ground units of Việt Nam; those in front come up most. */
static const char *const provinces[] = {
    "Điện Biên",  "Hà Nội",      "Hồ Chí Minh",    "Thanh Hóa",  "Nghệ An",  "Hải Phòng",
    "Lai Châu",   "Cao Bằng",    "Quảng Trị",      "Đà Nẵng",    "An Giang", "Bà Rịa - Vũng Tàu",
    "Bạc Liêu",   "Bắc Giang",   "Bắc Kạn",        "Bắc Ninh",   "Bến Tre",  "Bình Dương",
    "Bình Định",  "Bình Phước",  "Bình Thuận",     "Cà Mau",     "Cần Thơ",  "Đắk Lắk",
    "Đắk Nông",   "Đồng Nai",    "Đồng Tháp",      "Gia Lai",    "Hà Giang", "Hà Nam",
    "Hà Tĩnh",    "Hải Dương",   "Hậu Giang",      "Hòa Bình",   "Hưng Yên", "Khánh Hòa",
    "Kiên Giang", "Kon Tum",     "Lạng Sơn",       "Lào Cai",    "Lâm Đồng", "Long An",
    "Nam Định",   "Ninh Bình",   "Ninh Thuận",     "Phú Thọ",    "Phú Yên",  "Quảng Bình",
    "Quảng Nam",  "Quảng Ngãi",  "Quảng Ninh",     "Sóc Trăng",  "Sơn La",   "Tây Ninh",
    "Thái Bình",  "Thái Nguyên", "Thừa Thiên Huế", "Tiền Giang", "Trà Vinh", "Tuyên Quang",
    "Vĩnh Long",  "Vĩnh Phúc",   "Yên Bái",
};

#define PROVINCES_OFTEN 10 /* at the front of the list */

/* Steele, Lea and Flood's splitmix64: as good as is needed here, and the same everywhere. */
static uint64_t draw(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* Returns a number below `limit`. */
static uint32_t below(uint64_t *state, size_t limit)
{
    return (uint32_t)((draw(state) >> 32) * limit >> 32);
}

#define PICK(state, list) ((list)[below((state), COUNT(list))])

static uint32_t draw_year(uint64_t *state)
{
    uint32_t left = below(state, 100);
    const struct span *span = spans;
    while (left >= span->weight)
        left -= span++->weight;
    return span->first + below(state, span->last - span->first + 1);
}

static enum form draw_form(uint64_t *state)
{
    uint32_t left = below(state, 100);
    unsigned form = 0;
    while (left >= form_percent[form])
        left -= form_percent[form++];
    return (enum form)form;
}

/* Returns the day as many months and days on, within the year. */
static uint32_t later(uint32_t day, uint32_t months, uint32_t days)
{
    uint32_t year = day / 10000, month = day / 100 % 100 + months, of_month = day % 100 + days;
    month = month > 12 ? 12 : month;
    of_month = of_month > 28 ? 28 : of_month;
    return year * 10000 + month * 100 + of_month;
}

static struct date draw_date(uint64_t *state, uint32_t order)
{
    uint32_t year = draw_year(state) * 10000;
    uint32_t month = year + (1 + below(state, 12)) * 100;
    uint32_t day = month + 1 + below(state, 28);
    enum form form = draw_form(state);
    switch (form) {
    case FORM_RUN:
        return (struct date){day, later(day, below(state, 3), 1 + below(state, 20)), order, form};
    case FORM_MONTH:
    case FORM_DOUBTED_MONTH:
        return (struct date){month + 1, month + 31, order, form};
    case FORM_YEAR:
    case FORM_ABOUT_YEAR:
        return (struct date){year + 101, year + 1231, order, form};
    case FORM_DAY:
        break;
    }
    return (struct date){day, day, order, FORM_DAY};
}

/* Orders as the timeline does: first day, last day, then the order of the file. */
static int compare(const void *a, const void *b)
{
    const struct date *x = a, *y = b;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    if (x->last != y->last)
        return x->last < y->last ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static struct date *draw_dates(const struct shape *shape, uint64_t *state, size_t count)
{
    struct date *dates = malloc((count + 1) * sizeof *dates);
    if (!dates)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        dates[i] = draw_date(state, (uint32_t)i);
        if (shape->one_day)
            dates[i] = (struct date){19540507, 19540507, (uint32_t)i, FORM_DAY};
    }
    if (!shape->unsorted)
        qsort(dates, count, sizeof *dates, compare);
    return dates;
}

static void write_day(uint32_t day)
{
    printf("%04u-%02u-%02u", day / 10000, day / 100 % 100, day % 100);
}

static void write_date(const struct date *date)
{
    uint32_t year = date->first / 10000, month = date->first / 100 % 100;
    fputs("Date: ", stdout);
    if (date->form == FORM_YEAR || date->form == FORM_ABOUT_YEAR) {
        printf("%04u%s", year, date->form == FORM_YEAR ? "" : "~");
    } else if (date->form == FORM_MONTH || date->form == FORM_DOUBTED_MONTH) {
        printf("%04u-%02u%s", year, month, date->form == FORM_MONTH ? "" : "?");
    } else {
        write_day(date->first);
        if (date->form == FORM_RUN) {
            putchar('/');
            write_day(date->last);
        }
    }
    putchar('\n');
}

/* Draws one of the frequent provinces two times in five. */
static const char *draw_province(uint64_t *state)
{
    size_t often = below(state, 5) < 2 ? PROVINCES_OFTEN : COUNT(provinces);
    return provinces[below(state, often)];
}

/* Writes one to three provinces, none twice; returns the first. */
static const char *write_provinces(uint64_t *state)
{
    const char *chosen[PLACES_MAX] = {NULL};
    uint32_t roll = below(state, 10);
    size_t wanted = roll < 7 ? 1 : roll < 9 ? 2 : 3, count = 0;
    while (count < wanted) {
        const char *name = draw_province(state);
        bool known = false;
        for (size_t i = 0; i < count; i++)
            known = known || chosen[i] == name;
        if (!known) {
            printf("Province: %s\n", name);
            chosen[count++] = name;
        }
    }
    return chosen[0];
}

static void write_title(uint64_t *state, const char *province, bool is_needle)
{
    const struct pair *deed = &PICK(state, deeds), *thing = &PICK(state, things);
    if (is_needle)
        printf("Title_vi: %s\nTitle_en: %s\n", NEEDLE_VI, NEEDLE_EN);
    else
        printf("Title_vi: %s %s, %s\nTitle_en: %s %s, %s\n", deed->vi, thing->vi, province,
               deed->en, thing->en, province);
}

/* Writes two to four sentences, each in a line of its own, and now and then a remark. */
static void write_text(uint64_t *state)
{
    uint32_t roll = below(state, 8), sentences = roll < 2 ? 2 : roll < 7 ? 3 : 4;
    fputs("Text_vi: ", stdout);
    for (uint32_t i = 0; i < sentences; i++)
        printf("%s%s %s %s, %s.\n", i ? "+ " : "", PICK(state, who), PICK(state, did),
               PICK(state, where), PICK(state, until));
    if (below(state, 4) == 0)
        printf("+ %s\n", PICK(state, remarks));
}

static void write_event(uint64_t *state, const struct date *date, size_t number, bool is_needle)
{
    printf("Id: e%07zu\n", number);
    write_date(date);
    const char *province = write_provinces(state);
    write_title(state, province, is_needle);
    write_text(state);
    printf("Source: %s tr. %u\n\n", PICK(state, papers).vi, 1 + below(state, 400));
}

static bool write_file(const struct shape *shape, size_t count)
{
    uint64_t state = shape->seed;
    struct date *dates = draw_dates(shape, &state, count);
    if (!dates)
        return false;
    puts("# Made up by tests/bench/generate.c to measure with: no history.\n\n%rec: Source\n");
    for (size_t i = 0; i < COUNT(papers); i++)
        printf("Id: %s\nTitle: %s\n\n", papers[i].vi, papers[i].en);
    puts("%rec: Event\n");
    for (size_t i = 0; i < count; i++)
        write_event(&state, &dates[i], i + 1, i == count * 95 / 100);
    free(dates);
    return fflush(stdout) == 0 && !ferror(stdout);
}

int main(int argc, char **argv)
{
    struct shape shape = {.seed = 1};
    int option;
    while ((option = getopt(argc, argv, "s:ud")) != -1) {
        if (option == 's')
            shape.seed = strtoull(optarg, NULL, 10);
        shape.unsorted = shape.unsorted || option == 'u';
        shape.one_day = shape.one_day || option == 'd';
        if (option == '?')
            return 2;
    }
    if (optind != argc - 1 || !argv[optind][0] ||
        argv[optind][strspn(argv[optind], "0123456789")]) {
        fputs("usage: generate [-s SEED] [-u] [-d] COUNT >FILE\n", stderr);
        return 2;
    }
    setvbuf(stdout, NULL, _IOFBF, OUTPUT_ROOM);
    if (!write_file(&shape, strtoul(argv[optind], NULL, 10))) {
        perror("generate");
        return 1;
    }
    return 0;
}
