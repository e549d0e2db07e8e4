"""Who and what appears: teams, people, companies, products. All of it is invented."""

from sample_data.days import Dice

TEAMS = [("east", "示例华东组"), ("south", "示例华南组")]

# What each person's year is made to look like. rates: contact → visit → proposal → deal in percent.
MEMBERS = [
    dict(id="zhao", name="示例·赵一", team="east", role="manager", share="0.45", regulars=10, early=8,
         monthly=4, rates=(60, 65, 60), classes=(2, 3), wish=2, size=150),
    dict(id="qian", name="示例·钱二", team="east", share="0.7", regulars=10, early=12, monthly=11,
         rates=(48, 60, 58), classes=(3, 6), wish=3, size=170, off="2026-12-24;2026-12-25"),
    dict(id="sun", name="示例·孙三", team="east", share="0.65", regulars=11, early=12, monthly=12,
         rates=(52, 58, 55), classes=(3, 5), wish=3, size=180),
    dict(id="li", name="示例·李四", team="east", share="0.6", regulars=9, early=12, monthly=10,
         rates=(45, 55, 55), classes=(2, 6), wish=0, size=120),
    dict(id="zhou", name="示例·周五", team="south", role="manager", share="0.45", regulars=11, early=7,
         monthly=4, rates=(65, 60, 60), classes=(2, 3), wish=1, size=130),
    dict(id="wu", name="示例·吴六", team="south", share="0.65", regulars=12, early=11, monthly=11,
         rates=(50, 62, 56), classes=(3, 6), wish=3, size=150),
    dict(id="zheng", name="示例·郑七", team="south", share="0.65", regulars=10, early=12, monthly=12,
         rates=(46, 60, 60), classes=(4, 5), wish=3, size=165),
    dict(id="feng", name="示例·冯八", team="south", share="0.6", regulars=0, early=0, monthly=0,
         rates=(0, 0, 0), classes=(0, 0), wish=0, size=0, start="2026-11-02"),
]
NEWCOMERS_LIST = 42  # the customers handed to the newcomer: a trade fair's list, nothing known yet
NEWCOMER_TARGET = 60_000
INFEASIBLE_TARGET = 900_000  # what 李四 was told to bring in

STEMS = ("云杉 银杏 白桦 青禾 松石 海棠 玉兰 丹枫 芦苇 沉香 竹溪 梧桐 石榴 木棉 紫藤 茉莉 金桂 雪松 蓝鲸 白鹭 "
         "朱雀 麋鹿 云雀 灰雁 银河 北辰 启明 晨星 长庚 望舒 远山 清泉 碧波 流萤 惊蛰 谷雨 芒种 霜降 立夏 白露 "
         "琥珀 玛瑙 青瓷 砚台 宣纸 墨竹 古琴 编钟 纸鸢 风筝").split()
TRADES = [("酒店", "酒店管理"), ("餐饮", "餐饮管理"), ("物业", "物业服务"), ("教育", "教育科技"),
          ("制造", "精密制造"), ("制造", "食品"), ("医疗", "健康体检"), ("酒店", "文化旅游"),
          ("制造", "包装制品"), ("物业", "商业运营"), ("餐饮", "连锁餐饮"), ("教育", "职业培训")]
LONG_NAME = "北斗星河示例国际智能装备与精密机械零部件制造集团股份有限公司"
SURNAMES = "陈林黄何郭马罗梁宋唐许邓韩曹彭曾萧田董袁"
TITLES = {"decision": ["总经理", "采购总监", "行政总监"], "influence": ["采购经理", "工程部经理"],
          "user": ["后勤主管", "设备主管"], "unknown": ["前台", "办公室文员"]}
NOTES = ["行业展会留下名片", "老客户转介绍", "官网留言", "同楼宇陌生拜访", "电话开发"]

# product: id, kind, list price, floor price, promotion, hundred-weights of being bought first/again
PRODUCTS = [
    ("商用净水机S20", "lead", 18000, 15800, None, 40, 12),
    ("中央净水系统C8", "lead", 52000, 46000, None, 16, 4),
    ("智能直饮水站H5", "new", 36000, 32000, ("2026-12-01", "2026-12-31"), 22, 8),
    ("软水机R3", "continuing", 26000, 23000, None, 22, 10),
    ("滤芯年度套餐", "continuing", 9600, 8600, None, 0, 46),
    ("维保服务包", "continuing", 6000, 5400, None, 0, 20),
]
FIRST_BUYS = [p for p in PRODUCTS for _ in range(p[5])]
NEXT_BUYS = [p for p in PRODUCTS for _ in range(p[6])]


def names():
    """Company names, all different, one of them exactly 30 characters long."""
    assert len(LONG_NAME) == 30
    listed = [(stem + "示例" + trade + "有限公司", segment)
              for stem in STEMS for segment, trade in TRADES]
    listed = Dice(7).shuffled(listed)
    listed[4] = (LONG_NAME, "制造")
    return listed
